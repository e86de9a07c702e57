package org.byway.engine;

import org.byway.model.EndpointId;
import org.byway.net.Upstream;

/** An upstream that a dial may go through, and the name it has for people. */
record Candidate(NamedEndpoint endpoint, Upstream upstream) {
    EndpointId id() {
        return endpoint.id();
    }
}
