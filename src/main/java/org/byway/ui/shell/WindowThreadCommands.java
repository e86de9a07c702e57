package org.byway.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.byway.engine.standing.OpenConnection;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.EndpointId;
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

/**
 * Brings what commands answer back to the thread of the window, so that no view model thinks of threads.
 *
 * @param kept told the settings whenever a screen has changed them
 */
record WindowThreadCommands(Commands commands, Executor thread, Consumer<Settings> kept) implements Commands {
    @Override
    public CompletionStage<Void> connect() {
        return here(commands.connect());
    }

    @Override
    public void disconnect() {
        commands.disconnect();
    }

    @Override
    public CompletionStage<Void> use(EndpointId id) {
        return here(commands.use(id));
    }

    @Override
    public CompletionStage<Undo> delete(Set<EndpointId> ids) {
        return here(commands.delete(ids));
    }

    @Override
    public CompletionStage<Void> add(ListEntry entry) {
        return here(commands.add(entry));
    }

    @Override
    public CompletionStage<Void> edit(Set<EndpointId> ids, UnaryOperator<ListEntry> edit) {
        return here(commands.edit(ids, edit));
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        return here(commands.importText(text));
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        return here(commands.importFiles(files));
    }

    @Override
    public CompletionStage<ImportSummary> importPicture(int width, int[] points) {
        return here(commands.importPicture(width, points));
    }

    @Override
    public CompletionStage<Exported> export(List<ListEntry> entries, Path file) {
        return here(commands.export(entries, file));
    }

    @Override
    public CompletionStage<Void> savePicture(byte[] png, Path file) {
        return here(commands.savePicture(png, file));
    }

    @Override
    public Runnable test(List<ListEntry> entries, TestWatch watch) {
        return commands.test(entries, new TestWatch() {
            @Override
            public void tested(ListEntry entry, ProbeVerdict verdict) {
                thread.execute(() -> watch.tested(entry, verdict));
            }

            @Override
            public void ended() {
                thread.execute(watch::ended);
            }
        });
    }

    @Override
    public CompletionStage<List<OpenConnection>> connections() {
        return here(commands.connections());
    }

    @Override
    public void close(long connection) {
        commands.close(connection);
    }

    @Override
    public CompletionStage<Map<EndpointId, Traffic>> totals() {
        return here(commands.totals());
    }

    @Override
    public SourceCommands sources() {
        SourceCommands sources = commands.sources();
        return new SourceCommands() {
            @Override
            public CompletionStage<List<Source>> all() {
                return here(sources.all());
            }

            @Override
            public CompletionStage<ImportSummary> refresh(Source source) {
                return here(sources.refresh(source));
            }

            @Override
            public CompletionStage<Undo> remove(Source source) {
                return here(sources.remove(source));
            }
        };
    }

    @Override
    public CompletionStage<Void> practice() {
        return here(commands.practice());
    }

    @Override
    public CompletionStage<Settings> change(UnaryOperator<Settings> change) {
        CompletionStage<Settings> changed = here(commands.change(change));
        return changed.whenComplete((now, failure) -> {
            if (failure == null) {
                kept.accept(now);
            }
        });
    }

    @Override
    public void chooseTheme(Theme theme) {
        commands.chooseTheme(theme);
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        commands.chooseLanguage(tag);
    }

    private <T> CompletionStage<T> here(CompletionStage<T> anywhere) {
        CompletableFuture<T> told = anywhere.whenCompleteAsync((value, failure) -> {}, thread).toCompletableFuture();
        told.whenComplete((value, failure) -> {
            if (told.isCancelled()) {
                anywhere.toCompletableFuture().cancel(true);
            }
        });
        return told;
    }
}
