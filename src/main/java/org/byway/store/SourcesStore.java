package org.byway.store;

import org.byway.model.Sources;

/** Where the entries of a profile came from. */
public final class SourcesStore extends DocumentStore<Sources> {
    SourcesStore(ProfileFiles files) {
        super(files, new RecordFormat<>("sources", Sources.class, Sources.NONE));
    }
}
