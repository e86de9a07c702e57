package org.byway.subscription;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;
import org.byway.model.EndpointList;
import org.byway.model.Source;
import org.byway.store.EndpointStore;
import org.byway.store.LoadProblem;
import org.byway.store.Loaded;
import org.byway.store.Profile;
import org.byway.store.SourcesStore;
import org.byway.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a source, adds what it holds to the list of a profile, in one change, and remembers where that came from. */
public final class ListImport {
    private static final Logger LOG = LoggerFactory.getLogger(ListImport.class);

    private final SourceReader sources;
    private final EndpointStore store;
    private final SourcesStore remembered;
    private final InstantSource clock;

    public ListImport(SourceReader sources, Profile profile, InstantSource clock) {
        this.sources = sources;
        this.store = profile.endpoints();
        this.remembered = profile.sources();
        this.clock = clock;
    }

    /** @param source as {@link SourceReader#read(String)} takes it */
    public ImportReport add(String source) throws SourceException, StoreException {
        return add(source, new Cancellation());
    }

    /**
     * The same, unless it is given up while it is read.
     *
     * @throws CancellationException where it was; nothing is changed then
     */
    public ImportReport add(String source, Cancellation givenUp) throws SourceException, StoreException {
        return add(sources.read(source), givenUp);
    }

    /** Adds a text that is at hand: pasted, dropped or read from a picture. */
    public ImportReport add(SourceText source) throws StoreException {
        return add(source, new Cancellation());
    }

    private ImportReport add(SourceText source, Cancellation givenUp) throws StoreException {
        ImportResult result = Importers.read(source.text(), source.name());
        return givenUp.undisturbed(() -> save(source, result));
    }

    private ImportReport save(SourceText source, ImportResult result) throws StoreException {
        Merging merging = new Merging(result);
        List<LoadProblem> problems = List.of();
        if (result.entries().isEmpty()) {
            merging.apply(EndpointList.EMPTY);
        } else {
            Loaded<EndpointList> after = store.update(merging);
            problems = after.problems();
        }
        ImportReport report = new ImportReport(source.name(), merging.lines(), problems);
        if (!result.entries().isEmpty()) {
            remember(source, report);
        }
        return report;
    }

    /** What was added is saved by then, so that nothing is lost where this fails. */
    private void remember(SourceText source, ImportReport report) {
        Source.Reading reading = new Source.Reading(true, report.newEntries(),
                report.count(ImportedLine.AlreadyThere.class), report.count(ImportedLine.Rejected.class));
        try {
            remembered.update(known -> known
                    .with(new Source(source.name(), source.place(), clock.instant().getEpochSecond(), reading)));
        } catch (StoreException unsaved) {
            LOG.warn("where entries came from is not remembered: {}", unsaved.toString());
        }
    }
}
