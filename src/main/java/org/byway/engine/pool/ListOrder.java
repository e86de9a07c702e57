package org.byway.engine.pool;

import java.util.List;
import org.byway.engine.choice.Rank;
import org.byway.engine.choice.Selector;

/** The first of the list that is well: an earlier one is returned to when it has worked for a while. */
record ListOrder() implements Order {
    @Override
    public Rank rank(PoolMember member, Ranking at) {
        Rank rank = at.byHealth(member);
        boolean isUntried = rank == Rank.UNKNOWN || rank == Rank.DOUBTFUL || rank == Rank.POOR;
        return isUntried ? Rank.ALIVE : rank;
    }

    @Override
    public List<PoolMember> arranged(Rank rank, List<PoolMember> equals, Ranking at) {
        return equals;
    }

    @Override
    public Selector selector() {
        return Selector.BEST;
    }

    @Override
    public boolean keepsList() {
        return true;
    }
}
