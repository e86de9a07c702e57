package org.byway.engine;

import org.byway.model.EndpointId;
import org.byway.net.Upstream;

/**
 * An upstream that a dial may go through, and the name it has for people.
 *
 * @param state what was known when the view was made
 * @param pace  what is known now
 * @param rank  in the view; those of one rank may be taken in any order
 */
record Candidate(NamedEndpoint endpoint, Upstream upstream, HealthState state, Pace pace, Kinship kinship, Rank rank) {
    EndpointId id() {
        return endpoint.id();
    }

    /** Works, or is not known to fail. */
    boolean isWell() {
        return state == HealthState.ALIVE || state == HealthState.UNKNOWN;
    }
}
