package org.byway.engine.pool;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.byway.engine.choice.Rank;
import org.byway.engine.health.HealthState;

/** What works, staying with it; among others that work the better one, otherwise the list's order. */
record AutomaticOrder() implements Order {
    /** A rival has to cost less than half and gain this much before new connections are led to it. */
    private static final Duration CLEAR = Duration.ofMillis(100);

    @Override
    public Rank rank(PoolMember member, Ranking at) {
        if (at.isCurrent(member) && member.health().state() == HealthState.ALIVE) {
            return Rank.CURRENT;
        }
        Rank rank = at.byHealth(member);
        return rank == Rank.ALIVE && isClearlyBetter(member, at) ? Rank.CLEARLY_BETTER : rank;
    }

    @Override
    public List<PoolMember> arranged(Rank rank, List<PoolMember> equals, Ranking at) {
        boolean isByCost = rank == Rank.ALIVE || rank == Rank.CLEARLY_BETTER;
        return Order.unlike(isByCost ? equals.stream().sorted(Comparator.comparing(at::cost)).toList() : equals);
    }

    private static boolean isClearlyBetter(PoolMember member, Ranking at) {
        Optional<Duration> now = at.current().filter(it -> it.health().isWell()).flatMap(it -> it.cost(at.now()));
        return member.isProven() && now.isPresent()
                && at.cost(member).multipliedBy(2).compareTo(now.get()) < 0
                && at.cost(member).plus(CLEAR).compareTo(now.get()) < 0;
    }
}
