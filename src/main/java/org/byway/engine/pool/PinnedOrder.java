package org.byway.engine.pool;

import java.util.Optional;
import org.byway.engine.choice.Rank;
import org.byway.model.EndpointId;

/** One and no other, whatever becomes of it. */
record PinnedOrder(EndpointId id) implements Order {
    @Override
    public Rank rank(PoolMember member, Ranking at) {
        return Rank.CURRENT;
    }

    @Override
    public Optional<EndpointId> only() {
        return Optional.of(id);
    }
}
