package org.byway.engine.pool;

import org.byway.engine.choice.Rank;
import org.byway.engine.choice.Selector;
import org.byway.engine.health.HealthState;

/** Hosts over all that work; one host keeps one endpoint, so that log-ins hold. */
record SpreadOrder() implements Order {
    @Override
    public Rank rank(PoolMember member, Ranking at) {
        return at.isCurrent(member) && member.health().state() == HealthState.ALIVE
                ? Rank.CURRENT
                : at.byHealth(member);
    }

    @Override
    public Selector selector() {
        return Selector.BY_HOST;
    }
}
