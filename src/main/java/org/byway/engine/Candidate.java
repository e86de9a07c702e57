package org.byway.engine;

import org.byway.model.EndpointId;
import org.byway.net.Upstream;

/**
 * An upstream that a dial may go through, and the name it has for people.
 *
 * @param isWell known to work, or not known to fail
 */
record Candidate(NamedEndpoint endpoint, Upstream upstream, boolean isWell) {
    EndpointId id() {
        return endpoint.id();
    }
}
