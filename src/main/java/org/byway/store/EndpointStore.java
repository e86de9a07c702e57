package org.byway.store;

import org.byway.model.EndpointList;

/** The endpoint list of a profile; the stored list is the truth, and what runs follows it. */
public final class EndpointStore extends DocumentStore<EndpointList> {
    EndpointStore(ProfileFiles files) {
        super(files, new EndpointListFormat());
    }
}
