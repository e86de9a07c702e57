package org.byway.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.byway.engine.reason.Reason;

/**
 * What the engine knows about one endpoint that it has used.
 *
 * @param opened      how long the last good dial took up to the server's "connected"
 * @param lastUsed    when a dial through it last began
 * @param lastFailure what was seen when it last failed, absent once it works again
 */
public record EndpointStatus(HealthState health, Optional<Duration> opened, Optional<Instant> lastUsed,
        Optional<Reason> lastFailure) {
    public EndpointStatus diagnosed(UnaryOperator<Reason> diagnosis) {
        return new EndpointStatus(health, opened, lastUsed, lastFailure.map(diagnosis));
    }

    public static final EndpointStatus UNKNOWN = new EndpointStatus(HealthState.UNKNOWN, Optional.empty(),
            Optional.empty(), Optional.empty());
}
