package org.byway.importer;

import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;

/** An endpoint that was found in a line, and the name that it had there or nothing. */
record Found(Endpoint endpoint, String name) {
    LineVerdict verdict(int line, String source) {
        ListEntry entry = ListEntry.of(endpoint, Line.name(name), source);
        return endpoint instanceof UnsupportedEndpoint
                ? new LineVerdict.Kept(line, entry)
                : new LineVerdict.Read(line, entry);
    }
}
