package org.byway.ui.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.byway.engine.standing.OpenConnection;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.model.Source;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.Exported;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.SourceCommands;
import org.byway.ui.bridge.TestWatch;
import org.byway.ui.bridge.Undo;

/** Writes down what was asked, and answers as it is told to. */
public final class RecordedCommands implements Commands {
    public final List<String> asked = new ArrayList<>();
    public CompletableFuture<ImportSummary> importing = new CompletableFuture<>();
    public CompletableFuture<Void> connecting = new CompletableFuture<>();
    public CompletableFuture<Void> practising = new CompletableFuture<>();
    public boolean canSave = true;
    public Settings settings = Settings.DEFAULT;
    public EndpointList list = Samples.THREE;
    public final List<ListEntry> edited = new ArrayList<>();
    public final List<OpenConnection> connections = new ArrayList<>();
    public final List<Source> sources = new ArrayList<>();
    public Map<EndpointId, Traffic> totals = Map.of();
    /** Told of the verdicts of the test that was asked for last. */
    public Optional<TestWatch> tested = Optional.empty();

    @Override
    public CompletionStage<Void> connect() {
        asked.add("connect");
        return connecting;
    }

    @Override
    public void disconnect() {
        asked.add("disconnect");
    }

    @Override
    public CompletionStage<Void> use(EndpointId id) {
        asked.add("use " + id);
        return connecting;
    }

    @Override
    public CompletionStage<Undo> delete(Set<EndpointId> ids) {
        asked.add("delete " + ids.stream().map(EndpointId::text).sorted().toList());
        return canSave
                ? CompletableFuture.completedFuture(() -> asked.add("undo"))
                : CompletableFuture.failedFuture(new IllegalStateException("full disk"));
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        asked.add("import " + text);
        return importing;
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        asked.add("import " + files);
        return importing;
    }

    @Override
    public CompletionStage<Void> practice() {
        asked.add("practice");
        return practising;
    }

    @Override
    public void chooseTheme(Theme theme) {
        asked.add("theme " + theme);
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        asked.add("language " + tag.orElse("of the system"));
    }

    @Override
    public CompletionStage<Void> add(ListEntry entry) {
        asked.add("add " + entry.name());
        edited.add(entry);
        return saved();
    }

    @Override
    public CompletionStage<Void> edit(Set<EndpointId> ids, UnaryOperator<ListEntry> edit) {
        asked.add("edit " + ids.stream().map(EndpointId::text).sorted().toList());
        list.edited(ids, edit).entries().stream().filter(it -> ids.contains(it.id())).forEach(edited::add);
        return saved();
    }

    @Override
    public CompletionStage<ImportSummary> importPicture(int width, int[] points) {
        asked.add("import a picture " + width + " wide");
        return importing;
    }

    @Override
    public CompletionStage<Exported> export(List<ListEntry> entries, Path file) {
        asked.add("export " + entries.size() + " to " + file);
        return CompletableFuture.completedFuture(new Exported(entries.size(), 0));
    }

    @Override
    public CompletionStage<Void> savePicture(byte[] png, Path file) {
        asked.add("save a picture in " + file);
        return saved();
    }

    @Override
    public Runnable test(List<ListEntry> entries, TestWatch watch) {
        asked.add("test " + entries.stream().map(ListEntry::name).toList());
        tested = Optional.of(watch);
        return () -> {
            asked.add("cancel");
            watch.ended();
        };
    }

    @Override
    public CompletionStage<List<OpenConnection>> connections() {
        return CompletableFuture.completedFuture(List.copyOf(connections));
    }

    @Override
    public void close(long connection) {
        asked.add("close " + connection);
        connections.removeIf(it -> it.number() == connection);
    }

    @Override
    public CompletionStage<Map<EndpointId, Traffic>> totals() {
        return CompletableFuture.completedFuture(totals);
    }

    @Override
    public SourceCommands sources() {
        return new SourceCommands() {
            @Override
            public CompletionStage<List<Source>> all() {
                return CompletableFuture.completedFuture(List.copyOf(sources));
            }

            @Override
            public CompletionStage<ImportSummary> refresh(Source source) {
                asked.add("refresh " + source.name());
                return importing;
            }

            @Override
            public CompletionStage<Undo> remove(Source source) {
                asked.add("remove " + source.name());
                sources.remove(source);
                return CompletableFuture.completedFuture(() -> asked.add("undo"));
            }
        };
    }

    @Override
    public CompletionStage<Settings> change(UnaryOperator<Settings> change) {
        if (!canSave) {
            return CompletableFuture.failedFuture(new IllegalStateException("full disk"));
        }
        settings = change.apply(settings);
        asked.add("settings");
        return CompletableFuture.completedFuture(settings);
    }

    private CompletionStage<Void> saved() {
        return canSave
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new IllegalStateException("full disk"));
    }
}
