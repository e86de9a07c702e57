package org.byway.engine.choice;

import org.byway.engine.blame.Kinship;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Pace;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.EndpointId;
import org.byway.net.Upstream;

/**
 * An upstream that a dial may go through, and the name it has for people.
 *
 * @param state what was known when the view was made
 * @param pace  what is known now
 * @param rank  in the view; those of one rank may be taken in any order
 */
public record Candidate(NamedEndpoint endpoint, Upstream upstream, HealthState state, Pace pace, Kinship kinship,
        Rank rank) {
    public EndpointId id() {
        return endpoint.id();
    }

    /** Works, or is not known to fail. */
    public boolean isWell() {
        return state == HealthState.ALIVE || state == HealthState.UNKNOWN;
    }
}
