package org.byway.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.byway.model.EndpointId;

/**
 * What was known of upstreams before something happened that may not have been their fault.
 *
 * @param current the one in use
 */
record PoolMoment(Instant at, Map<EndpointId, PoolMember.Verdict> verdicts, Optional<EndpointId> current) {
    PoolMoment {
        verdicts = Map.copyOf(verdicts);
    }
}
