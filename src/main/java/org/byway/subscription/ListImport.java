package org.byway.subscription;

import java.util.List;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;
import org.byway.model.EndpointList;
import org.byway.store.EndpointStore;
import org.byway.store.Loaded;
import org.byway.store.StoreException;

/** Reads a source and adds what it holds to the list of a profile, in one change. */
public final class ListImport {
    private final SourceReader sources;
    private final EndpointStore store;

    public ListImport(SourceReader sources, EndpointStore store) {
        this.sources = sources;
        this.store = store;
    }

    /** @param source as {@link SourceReader#read(String)} takes it */
    public ImportReport add(String source) throws SourceException, StoreException {
        return add(sources.read(source));
    }

    /** Adds a text that is at hand: pasted, dropped or read from a picture. */
    public ImportReport add(SourceText source) throws StoreException {
        ImportResult result = Importers.read(source.text(), source.name());
        Merging merging = new Merging(result);
        if (result.entries().isEmpty()) {
            merging.apply(EndpointList.EMPTY);
            return new ImportReport(source.name(), merging.lines(), List.of());
        }
        Loaded<EndpointList> after = store.update(merging);
        return new ImportReport(source.name(), merging.lines(), after.problems());
    }
}
