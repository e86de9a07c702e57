package org.byway.ui.bridge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.engine.pool.Strategy;
import org.byway.engine.standing.OpenConnection;
import org.byway.fetch.ProbeVerdict;
import org.byway.importer.ExportFormat;
import org.byway.importer.QrPicture;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.model.endpoint.Endpoint;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.store.PrivateFile;
import org.byway.subscription.ImportReport;
import org.byway.subscription.LiveList;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceException;
import org.byway.subscription.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window asks, done by the engine and the profile; whatever waits runs on a virtual thread named by its job. */
public final class ProgramCommands implements Commands {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramCommands.class);

    private final Engine engine;
    private final OpenProfile profile;
    private final Outside outside;
    private volatile boolean isListening;

    /**
     * What neither the engine nor the profile can do.
     *
     * @param practice     starts the practice network and gives its entries; may wait
     * @param probe        tries one endpoint and waits for it; absent where an interrupt gave it up
     * @param probeTargets told the addresses that probes ask for from now on, none for the usual ones
     */
    public record Outside(Supplier<List<ListEntry>> practice, Function<Endpoint, Optional<ProbeVerdict>> probe,
            Consumer<List<String>> probeTargets) {}

    public ProgramCommands(Engine engine, OpenProfile profile, Outside outside) {
        this.engine = engine;
        this.profile = profile;
        this.outside = outside;
        engine.follow(snapshot -> isListening = snapshot.listening().isPresent());
    }

    @Override
    public CompletionStage<Void> connect() {
        return job("connect", () -> {
            ListenAt where = whereToListen();
            try {
                return listen(where);
            } catch (CompletionException refused) {
                return where.address(); // the engine tells it
            }
        }).thenApply(address -> null);
    }

    @Override
    public void disconnect() {
        engine.stop();
    }

    @Override
    public CompletionStage<Void> use(EndpointId id) {
        engine.use(id);
        return connect();
    }

    @Override
    public CompletionStage<Undo> delete(Set<EndpointId> ids) {
        return job("delete", () -> {
            LiveList.Restore restore = profile.list().remove(ids);
            return once(() -> job("restore", () -> {
                restore.run();
                return true;
            }));
        });
    }

    @Override
    public CompletionStage<Void> add(ListEntry entry) {
        return job("add", () -> {
            profile.list().add(entry);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> edit(Set<EndpointId> ids, UnaryOperator<ListEntry> edit) {
        return job("edit", () -> {
            profile.list().edit(ids, edit);
            return null;
        });
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        return job("import", () -> ImportSummaries.of(List.of(profile.imports().add(text))));
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        return job("import", () -> {
            List<ImportReport> reports = new ArrayList<>();
            for (Path file : files) {
                reports.add(profile.imports().add(file.toString()));
            }
            return ImportSummaries.of(reports);
        });
    }

    @Override
    public CompletionStage<ImportSummary> importPicture(int width, int[] points) {
        return job("import", () -> {
            String text = QrPicture.read(width, points).orElseThrow(SourceException::noQrCode);
            return ImportSummaries.of(List.of(profile.imports().add(SourceText.pasted(text))));
        });
    }

    @Override
    public CompletionStage<Exported> export(List<ListEntry> entries, Path file) {
        return job("export", () -> {
            ExportFormat.Export export = ExportFormat.LINKS.write(new EndpointList(entries));
            PrivateFile.write(file, export.text().reveal().getBytes(StandardCharsets.UTF_8), true);
            return new Exported(export.written(), export.leftOut().size());
        });
    }

    @Override
    public CompletionStage<Void> savePicture(byte[] png, Path file) {
        return job("save", () -> {
            PrivateFile.write(file, png, true);
            return null;
        });
    }

    /** Told on whatever thread the verdict comes from. */
    @Override
    public Runnable test(List<ListEntry> entries, TestWatch watch) {
        TestRun run = new TestRun(outside.probe(), watch);
        run.begin(entries);
        return run::cancel;
    }

    @Override
    public CompletionStage<List<OpenConnection>> connections() {
        return job("connections", engine::connections);
    }

    @Override
    public void close(long connection) {
        engine.close(connection);
    }

    @Override
    public CompletionStage<Map<EndpointId, Traffic>> totals() {
        return job("totals", engine::totals);
    }

    @Override
    public CompletionStage<Void> practice() {
        return job("practice", () -> {
            Collection<ListEntry> entries = outside.practice().get();
            profile.list().addForSession(entries);
            return listen(whereToListen());
        }).thenApply(address -> null);
    }

    @Override
    public CompletionStage<Settings> change(UnaryOperator<Settings> change) {
        return job("settings", () -> {
            Settings before = profile.settings().load().value();
            Settings after = profile.settings().update(change).value();
            follow(before, after);
            return after;
        });
    }

    @Override
    public void chooseTheme(Theme theme) {
        change(settings -> settings.withTheme(theme));
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        change(settings -> settings.withLanguage(tag));
    }

    private void follow(Settings before, Settings after) throws Exception {
        if (!before.strategy().equals(after.strategy())) {
            engine.choose(Strategy.kept(after));
        }
        if (!before.probeTargets().equals(after.probeTargets())) {
            outside.probeTargets().accept(after.probeTargets());
        }
        ListenAt where = ListenAt.kept(after);
        if (isListening && !where.equals(ListenAt.kept(before))) {
            engine.stop().toCompletableFuture().join();
            listen(where);
        }
    }

    /** Where the profile was used to listen. */
    private ListenAt whereToListen() throws Exception {
        return ListenAt.kept(profile.settings().load().value());
    }

    /** The address that a first start finds is kept. */
    private HostPort listen(ListenAt where) throws Exception {
        HostPort address = engine.start(where).toCompletableFuture().join();
        if (where instanceof ListenAt.Preferably) {
            profile.settings().update(now -> now.withListen(address));
        }
        return address;
    }

    private static Undo once(Runnable undo) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        return () -> {
            if (done.complete(true)) {
                undo.run();
            }
        };
    }

    private static <T extends @org.jspecify.annotations.Nullable Object> CompletionStage<T> job(String name,
            Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().name("byway-" + name).start(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                LOG.warn("{} failed: {}", name, failure.toString());
                result.completeExceptionally(failure);
            }
        });
        return result;
    }
}
