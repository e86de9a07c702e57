package org.byway.ui.bridge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.byway.engine.Engine;
import org.byway.engine.EngineSnapshot;
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
import org.byway.subscription.Cancellation;
import org.byway.subscription.ImportReport;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceException;
import org.byway.subscription.SourceText;

/** What the window asks, done by the engine and the profile; whatever waits runs on a virtual thread named by its job. */
public final class ProgramCommands implements Commands {
    private final Engine engine;
    private final OpenProfile profile;
    private final Outside outside;
    private volatile boolean isWanted;

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
        engine.follow(snapshot -> isWanted = snapshot.state() != EngineSnapshot.State.OFF);
    }

    @Override
    public CompletionStage<Void> connect() {
        return Job.start("connect", () -> {
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
        return Job.start("delete", () -> Job.undoing(profile.list().remove(ids)));
    }

    @Override
    public CompletionStage<Void> add(ListEntry entry) {
        return Job.start("add", () -> {
            profile.list().add(entry);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> edit(Set<EndpointId> ids, UnaryOperator<ListEntry> edit) {
        return Job.start("edit", () -> {
            profile.list().edit(ids, edit);
            return null;
        });
    }

    @Override
    public CompletionStage<ImportSummary> importText(String text) {
        Cancellation givenUp = new Cancellation();
        return Job.start("import", () -> ImportSummaries.of(List.of(profile.imports().add(text, givenUp))), givenUp);
    }

    @Override
    public CompletionStage<ImportSummary> importFiles(List<Path> files) {
        Cancellation givenUp = new Cancellation();
        return Job.start("import", () -> {
            List<ImportReport> reports = new ArrayList<>();
            for (Path file : files) {
                reports.add(profile.imports().add(file.toString(), givenUp));
            }
            return ImportSummaries.of(reports);
        }, givenUp);
    }

    @Override
    public CompletionStage<ImportSummary> importPicture(int width, int[] points) {
        return Job.start("import", () -> {
            String text = QrPicture.read(width, points).orElseThrow(SourceException::noQrCode);
            return ImportSummaries.of(List.of(profile.imports().add(SourceText.pasted(text))));
        });
    }

    @Override
    public CompletionStage<Exported> export(List<ListEntry> entries, Path file) {
        return Job.start("export", () -> {
            ExportFormat.Export export = ExportFormat.LINKS.write(new EndpointList(entries));
            PrivateFile.write(file, export.text().reveal().getBytes(StandardCharsets.UTF_8), true);
            return new Exported(export.written(), export.leftOut().size());
        });
    }

    @Override
    public CompletionStage<Void> savePicture(byte[] png, Path file) {
        return Job.start("save", () -> {
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
        return Job.start("connections", engine::connections);
    }

    @Override
    public void close(long connection) {
        engine.close(connection);
    }

    @Override
    public CompletionStage<Map<EndpointId, Traffic>> totals() {
        return Job.start("totals", engine::totals);
    }

    @Override
    public SourceCommands sources() {
        return new ProgramSources(profile.sources());
    }

    @Override
    public CompletionStage<Void> practice() {
        return Job.start("practice", () -> {
            Collection<ListEntry> entries = outside.practice().get();
            profile.list().addForSession(entries);
            return listen(whereToListen());
        }).thenApply(address -> null);
    }

    @Override
    public CompletionStage<Settings> change(UnaryOperator<Settings> change) {
        return Job.start("settings", () -> {
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
        // also where it could not listen: another port is what was missing
        if (isWanted && !where.equals(ListenAt.kept(before))) {
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
}
