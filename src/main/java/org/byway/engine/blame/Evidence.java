package org.byway.engine.blame;

import java.util.Optional;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.Outcome;

/**
 * What traffic or a probe has shown of an upstream.
 *
 * @param to whose failing through several upstreams would blame it rather than them; absent where none was asked for. Never
 *     logged, never stored
 */
public record Evidence(NamedEndpoint through, Optional<Destination> to, Outcome outcome) {
    /** Something has come through. */
    public boolean isGood() {
        return outcome instanceof Outcome.Opened || outcome instanceof Outcome.Answered
                || outcome instanceof Outcome.Carried;
    }

    /** The server has spoken, be it of a destination that it cannot reach. */
    public boolean isSignOfLife() {
        return isGood() || (outcome instanceof Outcome.Failed bad && bad.why().blame() == Blame.DESTINATION);
    }
}
