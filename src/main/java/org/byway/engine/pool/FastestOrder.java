package org.byway.engine.pool;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.byway.engine.choice.Rank;
import org.byway.engine.choice.Selector;

/** The one that costs a connection least time, once a few were measured; a slight lead moves nothing. */
record FastestOrder() implements Order {
    /** So many of a list are measured by connections before any are compared. */
    static final int MEASURED_FIRST = 4;

    /** A rival has to be faster by a fifth and by this much before it is moved to. */
    private static final Duration SLIGHT = Duration.ofMillis(20);

    @Override
    public Rank rank(PoolMember member, Ranking at) {
        return at.measured() < MEASURED_FIRST && !member.isUsed() ? Rank.UNMEASURED : at.byHealth(member);
    }

    @Override
    public List<PoolMember> arranged(Rank rank, List<PoolMember> equals, Ranking at) {
        return rank == Rank.ALIVE
                ? equals.stream().sorted(Comparator.comparing(it -> handicapped(it, at))).toList()
                : Order.unlike(equals);
    }

    @Override
    public Selector selector() {
        return Selector.BEST;
    }

    /** Of the current one a little less than was measured, so that only a clear lead moves connections. */
    private static Duration handicapped(PoolMember member, Ranking at) {
        Duration cost = at.cost(member);
        return at.isCurrent(member) ? cost.multipliedBy(4).dividedBy(5).minus(SLIGHT) : cost;
    }
}
