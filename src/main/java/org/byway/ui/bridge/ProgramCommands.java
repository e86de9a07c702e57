package org.byway.ui.bridge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.store.StoreException;
import org.byway.subscription.ImportReport;
import org.byway.subscription.LiveList;
import org.byway.subscription.OpenProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window asks, done by the engine and the profile; whatever waits runs on a virtual thread named by its job. */
public final class ProgramCommands implements Commands {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramCommands.class);

    private final Engine engine;
    private final OpenProfile profile;
    private final Supplier<List<ListEntry>> practice;

    /** @param practice starts the practice network and gives its entries; may wait */
    public ProgramCommands(Engine engine, OpenProfile profile, Supplier<List<ListEntry>> practice) {
        this.engine = engine;
        this.profile = profile;
        this.practice = practice;
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
    public CompletionStage<Void> practice() {
        return job("practice", () -> {
            Collection<ListEntry> entries = practice.get();
            profile.list().addForSession(entries);
            return listen(whereToListen());
        }).thenApply(address -> null);
    }

    @Override
    public void chooseTheme(Theme theme) {
        keep(settings -> settings.withTheme(theme));
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        keep(settings -> settings.withLanguage(tag));
    }

    /** Where the profile was used to listen. */
    private ListenAt whereToListen() throws StoreException {
        return ListenAt.kept(profile.settings().load().value());
    }

    /** The address that a first start finds is kept. */
    private HostPort listen(ListenAt where) throws StoreException {
        HostPort address = engine.start(where).toCompletableFuture().join();
        if (where instanceof ListenAt.Preferably) {
            profile.settings().update(now -> now.withListen(address));
        }
        return address;
    }

    private void keep(UnaryOperator<Settings> change) {
        job("settings", () -> profile.settings().update(change));
    }

    private static Undo once(Runnable undo) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        return () -> {
            if (done.complete(true)) {
                undo.run();
            }
        };
    }

    private static <T> CompletionStage<T> job(String name, Callable<T> work) {
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
