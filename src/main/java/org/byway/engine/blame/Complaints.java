package org.byway.engine.blame;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/**
 * Tells a destination's fault from an upstream's (FAILOVER, "Blame"): a destination that fails through two upstreams is itself
 * to blame; an upstream is, through which several unrelated ones fail, or one that another reaches. Destinations are kept
 * for two minutes, as salted hashes only. Engine thread.
 */
public final class Complaints {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_DESTINATIONS = 512;
    private static final int FEW_UNRELATED = 2;
    private static final int SEVERAL_UNRELATED = 3;
    private static final int AGAIN = 2;

    private final long salt;
    private final Map<Long, Case> cases = new LinkedHashMap<>();
    private final Map<EndpointId, Instant> lastGood = new HashMap<>();
    private final Set<EndpointId> accused = new HashSet<>();

    public Complaints(RandomGenerator random) {
        salt = random.nextLong();
    }

    /** What follows for upstreams from one more failure or success. */
    public record Ruling(Map<EndpointId, DialException> suspected, Set<EndpointId> acquitted) {}

    /** Whether a destination may have had a part in this failure. */
    public static boolean concern(DialException why) {
        return why.stage() == Stage.REQUEST || why.fault() == Fault.UNANSWERED;
    }

    public Ruling failed(EndpointId through, Destination to, DialException why, Instant now) {
        if (why.blame() == Blame.LOCAL_NETWORK) {
            return rule(Set.of());
        }
        forget(now);
        Case it = caseOf(to);
        it.failed.put(through, new Failure(now, why, it.times(through) + 1));
        return rule(it.failed.keySet());
    }

    public Ruling reached(EndpointId through, Destination to, Instant now) {
        forget(now);
        worked(through, now);
        Case it = cases.get(hash(to.toString()));
        if (it == null) {
            return rule(Set.of());
        }
        it.failed.remove(through);
        it.reached.put(through, now);
        return rule(it.failed.keySet());
    }

    /** It was seen to work, so what happened before is no complaint against it any more. */
    public void worked(EndpointId upstream, Instant now) {
        lastGood.put(upstream, now);
        accused.remove(upstream);
    }

    /** What is held against it was judged, or it is gone. */
    public void drop(EndpointId upstream) {
        accused.remove(upstream);
        lastGood.remove(upstream);
        cases.values().forEach(it -> it.failed.remove(upstream));
    }

    /** Whatever failed since then was not to blame, nor was whoever it failed through. */
    public void forgetSince(Instant then) {
        accused.clear();
        cases.values().forEach(it -> it.failed.values().removeIf(failure -> !failure.at.isBefore(then)));
    }

    private Ruling rule(Collection<EndpointId> concerned) {
        Map<EndpointId, DialException> suspected = new HashMap<>();
        Set<EndpointId> acquitted = new HashSet<>();
        for (EndpointId upstream : concerned) {
            if (isAccused(upstream)) {
                accused.add(upstream);
                suspected.put(upstream, latest(upstream));
            } else if (accused.remove(upstream)) {
                acquitted.add(upstream);
            }
        }
        return new Ruling(suspected, acquitted);
    }

    private DialException latest(EndpointId upstream) {
        return cases.values().stream().flatMap(it -> Stream.ofNullable(it.failed.get(upstream)))
                .max(Comparator.comparing(Failure::at)).orElseThrow().why;
    }

    private boolean isAccused(EndpointId upstream) {
        Collection<Case> open = cases.values().stream().filter(it -> isOpen(it, upstream)).toList();
        Collection<Case> itsOwn = open.stream().filter(it -> !it.isOfDestination()).toList();
        boolean hasNoHistory = !lastGood.containsKey(upstream);
        return times(itsOwn, upstream, Case::isReached) >= (hasNoHistory ? 1 : AGAIN)
                || unrelated(itsOwn, upstream) >= (hasNoHistory ? 1 : FEW_UNRELATED)
                || unrelated(open, upstream) >= SEVERAL_UNRELATED
                || (unrelatedOfAnyKind(open) >= SEVERAL_UNRELATED && othersWork(open, upstream));
    }

    /** Failed through it, and nothing else has worked through it since. */
    private boolean isOpen(Case it, EndpointId upstream) {
        Failure failure = it.failed.get(upstream);
        Instant good = lastGood.get(upstream);
        return failure != null && (good == null || !failure.at.isBefore(good));
    }

    private static int times(Collection<Case> open, EndpointId upstream, Predicate<Case> which) {
        return open.stream().filter(which).filter(it -> !it.isRefusal(upstream)).mapToInt(it -> it.times(upstream))
                .sum();
    }

    private static long unrelated(Collection<Case> open, EndpointId upstream) {
        return unrelatedOfAnyKind(open.stream().filter(it -> !it.isRefusal(upstream)).toList());
    }

    private static long unrelatedOfAnyKind(Collection<Case> open) {
        return open.stream().map(it -> it.network).distinct().count();
    }

    private boolean othersWork(Collection<Case> open, EndpointId upstream) {
        Instant first = open.stream().map(it -> it.failedAt(upstream)).min(Instant::compareTo).orElse(Instant.MAX);
        return lastGood.entrySet().stream()
                .anyMatch(it -> !it.getKey().equals(upstream) && !it.getValue().isBefore(first));
    }

    private Case caseOf(Destination to) {
        long network = network(to);
        Case it = cases.computeIfAbsent(hash(to.toString()), any -> new Case(network));
        if (cases.size() > MOST_DESTINATIONS) {
            cases.remove(cases.keySet().iterator().next());
        }
        return it;
    }

    /** Of which network it is, told by nobody but this object. */
    public long network(Destination to) {
        return hash(Kinship.network(to.address()));
    }

    private void forget(Instant now) {
        Instant limit = now.minus(KEPT);
        cases.values().removeIf(it -> it.isOlderThan(limit));
    }

    private long hash(String text) {
        long mixed = salt;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed;
    }

    private record Failure(Instant at, DialException why, int times) {}

    /** One destination that failed. */
    private static final class Case {
        private final long network;
        private final Map<EndpointId, Failure> failed = new HashMap<>();
        private final Map<EndpointId, Instant> reached = new HashMap<>();

        Case(long network) {
            this.network = network;
        }

        boolean isReached() {
            return !reached.isEmpty();
        }

        /** Two agree, and nobody contradicts. */
        boolean isOfDestination() {
            return failed.size() > 1 && !isReached();
        }

        boolean isRefusal(EndpointId upstream) {
            Failure failure = failed.get(upstream);
            return failure != null && failure.why.blame() == Blame.DESTINATION;
        }

        Instant failedAt(EndpointId upstream) {
            Failure failure = failed.get(upstream);
            return failure == null ? Instant.MAX : failure.at;
        }

        int times(EndpointId upstream) {
            Failure failure = failed.get(upstream);
            return failure == null ? 0 : failure.times;
        }

        boolean isOlderThan(Instant limit) {
            reached.values().removeIf(limit::isAfter);
            failed.values().removeIf(it -> limit.isAfter(it.at));
            return failed.isEmpty();
        }
    }
}
