package org.byway.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.byway.model.EndpointId;

/**
 * The order in which a strategy tries endpoints at one moment: a pure function of what is known about them.
 *
 * @param preferred chosen by the person, with leave to go elsewhere
 * @param current   first of the order before this one
 */
record Ranking(Strategy strategy, Optional<EndpointId> preferred, Optional<EndpointId> current, Instant now) {
    /** So many of a list are measured by connections before {@code fastest} compares. */
    static final int MEASURED_FIRST = 4;

    /** A rival has to be faster by a fifth and by this much before it is moved to. */
    private static final Duration SLIGHT = Duration.ofMillis(20);

    /** Best first, no more than a view holds. */
    List<PoolMember> best(Collection<PoolMember> members) {
        if (strategy instanceof Strategy.Pinned only) {
            return members.stream().filter(member -> member.id().equals(only.id())).toList();
        }
        boolean isMeasuring = strategy instanceof Strategy.Fastest && isMeasuring(members);
        Map<Rank, List<PoolMember>> byRank = new EnumMap<>(Rank.class);
        for (PoolMember member : members) {
            List<PoolMember> equals = byRank.computeIfAbsent(rank(member, isMeasuring), any -> new ArrayList<>());
            if (equals.size() < PoolView.MAX_CANDIDATES || strategy instanceof Strategy.Fastest) {
                equals.add(member);
            }
        }
        return byRank.entrySet().stream().flatMap(it -> inOrder(it.getKey(), it.getValue()))
                .limit(PoolView.MAX_CANDIDATES).toList();
    }

    private Stream<PoolMember> inOrder(Rank rank, List<PoolMember> equals) {
        boolean isByTime = strategy instanceof Strategy.Fastest && rank == Rank.ALIVE;
        return isByTime ? equals.stream().sorted(Comparator.comparing(this::time)) : equals.stream();
    }

    private static boolean isMeasuring(Collection<PoolMember> members) {
        return members.stream().filter(PoolMember::isUsed).limit(MEASURED_FIRST).count() < MEASURED_FIRST;
    }

    /** Of the current one a little less than was measured, so that only a clear lead moves connections. */
    private Duration time(PoolMember member) {
        Duration opens = member.opens().orElse(Duration.ZERO);
        return isCurrent(member) ? opens.multipliedBy(4).dividedBy(5).minus(SLIGHT) : opens;
    }

    private Rank rank(PoolMember member, boolean isMeasuring) {
        Health health = member.health();
        if (health.isWell() && preferred.filter(member.id()::equals).isPresent()) {
            return Rank.PREFERRED;
        }
        if (health.isResting(now)) {
            return Rank.RESTING;
        }
        return switch (strategy) {
            case Strategy.Ordered ordered -> Rank.ALIVE;
            case Strategy.Fastest fastest -> isMeasuring && !member.isUsed() ? Rank.UNMEASURED : byHealth(health);
            case Strategy.Automatic automatic when health.isWell() && isCurrent(member) -> Rank.CURRENT;
            case Strategy.Spread spread when health.isWell() && isCurrent(member) -> Rank.CURRENT;
            default -> byHealth(health);
        };
    }

    private boolean isCurrent(PoolMember member) {
        return current.filter(member.id()::equals).isPresent();
    }

    private static Rank byHealth(Health health) {
        return switch (health.state()) {
            case ALIVE -> Rank.ALIVE;
            case UNKNOWN -> Rank.UNKNOWN;
            case SUSPECT, DOWN -> Rank.SUSPECT;
        };
    }

    private enum Rank {
        PREFERRED, CURRENT, UNMEASURED, ALIVE, UNKNOWN, SUSPECT, RESTING
    }
}
