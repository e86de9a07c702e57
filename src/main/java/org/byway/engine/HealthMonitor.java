package org.byway.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.net.Outcome;

/**
 * Probes what was in use and looks wrong, until it is cleared or judged, and keeps two spares warm while there is traffic;
 * nobody else (FAILOVER, "Restraint"). Engine thread.
 */
final class HealthMonitor {
    private static final int MOST_SPARES = 2;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration RECOVERY_LOOK = Duration.ofSeconds(6);
    private static final Duration SPARE_LOOK = Duration.ofSeconds(60);
    private static final Duration IN_USE = Duration.ofMinutes(3);

    private final Probing probing;
    private final EndpointPool pool;
    private final ProbeWatch watch;
    private final Set<EndpointId> doubted = new LinkedHashSet<>();
    private final Set<EndpointId> underWay = new HashSet<>();
    private final Map<EndpointId, Instant> due = new HashMap<>();
    private final Map<EndpointId, Integer> inVain = new HashMap<>();
    private Instant latestTraffic = Instant.MIN;

    HealthMonitor(Probing probing, EndpointPool pool, ProbeWatch watch) {
        this.probing = probing;
        this.pool = pool;
        this.watch = watch;
    }

    /** Programs use the forwarder, and may have shown that something is wrong. */
    void trafficSeen() {
        latestTraffic = probing.now();
        confirm();
    }

    void everySecond() {
        confirm();
        List<EndpointId> spares = isInUse() ? pool.spares(MOST_SPARES) : List.of();
        due.keySet().removeIf(it -> !spares.contains(it) && !doubted.contains(it));
        inVain.keySet().retainAll(due.keySet());
        spares.forEach(it -> due.putIfAbsent(it, probing.now().plus(probing.atLeast(FIRST_LOOK))));
        spares.forEach(this::probeWhenDue);
    }

    private boolean isInUse() {
        return latestTraffic.isAfter(probing.now().minus(IN_USE));
    }

    private void confirm() {
        for (EndpointId suspect : pool.takeSuspected()) {
            doubted.add(suspect);
            due.remove(suspect);
            inVain.remove(suspect);
        }
        doubted.removeIf(it -> pool.health(it).filter(now -> now.state() == HealthState.SUSPECT).isEmpty());
        if (isInUse()) {
            doubted.forEach(this::probeWhenDue);
        }
    }

    private void probeWhenDue(EndpointId id) {
        boolean isDue = !due.getOrDefault(id, Instant.MIN).isAfter(probing.now());
        Optional<Candidate> candidate = pool.candidate(id);
        if (isDue && candidate.isPresent() && underWay.add(id)) {
            Candidate whom = candidate.get();
            Instant begun = probing.now();
            Duration patience = whom.pace().forAnswer().plus(GRACE);
            probing.probe(whom, Depth.CARRYING,
                    patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE,
                    verdict -> judge(whom, Finding.of(verdict, Depth.CARRYING, whom.upstream().confirms()), begun));
        }
    }

    private void judge(Candidate whom, Finding finding, Instant begun) {
        underWay.remove(whom.id());
        switch (finding) {
            case Finding.Good good -> good.shown()
                    .forEach(it -> watch.saw(new Evidence(whom.endpoint(), Optional.empty(), it)));
            // this computer may be offline, and then streams that stand may go on when it no longer is
            case Finding.Bad bad when bad.isSilence() && !pool.hasAnotherWorkedSince(begun, whom.id()) ->
                inVain.merge(whom.id(), 1, Integer::sum);
            case Finding.Bad bad -> watch.judgedDown(whom.id(), bad.depth(), bad.why(whom.endpoint()));
            case Finding.Misled strange -> {
                watch.saw(new Evidence(whom.endpoint(), Optional.empty(), new Outcome.Misled()));
                inVain.merge(whom.id(), 1, Integer::sum);
            }
            case Finding.Nothing nothing -> inVain.merge(whom.id(), 1, Integer::sum);
        }
        due.put(whom.id(), probing.now().plus(probing.atLeast(nextLook(whom.id()))));
    }

    private Duration nextLook(EndpointId id) {
        if (doubted.contains(id)) {
            return AGAIN.multipliedBy(1L << Math.min(inVain.getOrDefault(id, 0), MOST_DOUBLINGS));
        }
        return pool.isShaken(id) ? RECOVERY_LOOK : SPARE_LOOK;
    }
}
