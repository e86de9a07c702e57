package org.byway.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.byway.engine.blame.SharedFate;
import org.byway.engine.blame.SharedFate.Outlook;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.PoolView;
import org.byway.engine.choice.Rank;
import org.byway.model.EndpointId;

/**
 * The order in which a strategy tries endpoints at one moment: a pure function of what is known about them.
 *
 * @param preferred chosen by the person, with leave to go elsewhere
 * @param current   first of the order before this one
 * @param measured  how many were ever used
 */
record Ranking(Order order, Optional<EndpointId> preferred, Optional<PoolMember> current, long measured,
        SharedFate fate, Instant now) {
    /** Best first, no more than a view holds. */
    List<Candidate> best(Crowd crowd, Predicate<PoolMember> allowed) {
        Map<Rank, List<PoolMember>> byRank = new EnumMap<>(Rank.class);
        for (PoolMember member : eligible(crowd, allowed)) {
            byRank.computeIfAbsent(rank(member), any -> new ArrayList<>()).add(member);
        }
        List<Candidate> best = new ArrayList<>();
        byRank.forEach((rank, equals) -> {
            if (best.size() < PoolView.MAX_CANDIDATES) {
                order.arranged(rank, equals, this).stream().limit(PoolView.MAX_CANDIDATES - best.size())
                        .forEach(member -> best.add(member.candidate(rank)));
            }
        });
        return best;
    }

    boolean isCurrent(PoolMember member) {
        return current.filter(it -> it.id().equals(member.id())).isPresent();
    }

    /** What is likely lost by a connection through this one; nothing where nothing has come through it yet. */
    Duration cost(PoolMember member) {
        return member.cost(now).orElse(Duration.ZERO);
    }

    Rank byHealth(PoolMember member) {
        return switch (member.health().state()) {
            case ALIVE -> member.isShaken() ? Rank.RECOVERING : Rank.ALIVE;
            case UNKNOWN -> switch (outlook(member)) {
                case CLEAR -> Rank.UNKNOWN;
                case DOUBTFUL -> Rank.DOUBTFUL;
                case POOR -> Rank.POOR;
            };
            case SUSPECT -> Rank.SUSPECT;
            case DOWN -> member.health().isResting(now) ? Rank.RESTING : Rank.SUSPECT;
        };
    }

    private List<PoolMember> eligible(Crowd crowd, Predicate<PoolMember> allowed) {
        if (order.only().isPresent()) {
            return order.only().flatMap(crowd::find).filter(allowed).stream().toList();
        }
        int most = PoolView.MAX_CANDIDATES;
        List<PoolMember> eligible = new ArrayList<>(order.keepsList()
                ? crowd.freshInOrder(most, allowed)
                : crowd.freshUnlike(most, allowed, this::outlook));
        crowd.known().stream().filter(allowed).forEach(eligible::add);
        eligible.sort(Comparator.comparingInt(PoolMember::place));
        return eligible;
    }

    private Rank rank(PoolMember member) {
        boolean isPreferred = preferred.filter(member.id()::equals).isPresent();
        return isPreferred && member.health().isWell() ? Rank.PREFERRED : order.rank(member, this);
    }

    private Outlook outlook(PoolMember member) {
        return fate.outlook(member.kinship(), now);
    }
}
