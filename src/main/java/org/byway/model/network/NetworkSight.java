package org.byway.model.network;

import java.time.Duration;
import java.util.Optional;

/**
 * What one look at the system showed.
 *
 * @param sinceBoot real time since the system's start: sleep counts, a changed clock does not; absent where it cannot be told
 */
public record NetworkSight(NetworkIdentity network, Optional<Duration> sinceBoot) {
    public static final NetworkSight NOTHING = new NetworkSight(new NetworkIdentity.Unknown(), Optional.empty());
}
