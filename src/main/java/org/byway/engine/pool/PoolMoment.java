package org.byway.engine.pool;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.byway.model.EndpointId;

/**
 * What was known of upstreams before something happened that may not have been their fault.
 *
 * @param current the one in use
 */
public record PoolMoment(Instant at, Map<EndpointId, PoolMember.Balance> balances, Optional<EndpointId> current) {
    public PoolMoment {
        balances = Map.copyOf(balances);
    }
}
