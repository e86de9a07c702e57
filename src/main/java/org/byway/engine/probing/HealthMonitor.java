package org.byway.engine.probing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.engine.health.Depth;
import org.byway.engine.health.HealthState;
import org.byway.engine.pool.EndpointPool;
import org.byway.model.EndpointId;
import org.byway.net.Outcome;

/**
 * Probes what was in use and looks wrong, until it is cleared or judged, and keeps two spares warm while there is traffic;
 * nobody else (FAILOVER, "Restraint"). Engine thread.
 */
public final class HealthMonitor {
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
    private final Map<EndpointId, Question> questions = new HashMap<>();
    private List<EndpointId> spares = List.of();
    private Instant latestTraffic = Instant.MIN;

    /** When streams that wait may be a reason to probe again. */
    private record Question(Instant next, Duration pause) {
        private static final Duration LONGEST = Duration.ofMinutes(10);
        private static final Question FIRST = new Question(Instant.MIN, Duration.ofSeconds(10));

        Question asked(Instant now, Probing probing) {
            Duration longer = pause.multipliedBy(2);
            return new Question(now.plus(probing.atLeast(pause)),
                    longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
        }
    }

    public HealthMonitor(Probing probing, EndpointPool pool, ProbeWatch watch) {
        this.probing = probing;
        this.pool = pool;
        this.watch = watch;
    }

    /** Programs use the forwarder, and may have shown that something is wrong. */
    public void trafficSeen() {
        latestTraffic = probing.now();
        confirm();
    }

    /** What is known of it may be out of date: it is probed now. That alone judges nobody, it may raise a suspicion. */
    public void recheck(EndpointId id) {
        pool.candidate(id).filter(whom -> underWay.add(id)).ifPresent(whom -> probing.probe(whom, Depth.CARRYING,
                patience(whom), verdict -> {
                    underWay.remove(id);
                    switch (Finding.of(verdict, Depth.CARRYING, whom.upstream().confirms())) {
                        case Finding.Good good -> tell(whom, good);
                        case Finding.Bad bad ->
                            watch.saw(new Evidence(whom.endpoint(), Optional.empty(), bad.seen()));
                        case Finding.Misled strange ->
                            watch.saw(new Evidence(whom.endpoint(), Optional.empty(), new Outcome.Misled()));
                        case Finding.Nothing nothing -> {
                        }
                    }
                }));
    }

    public void everySecond() {
        confirm();
        spares = isInUse() ? pool.spares(MOST_SPARES) : List.of();
        due.keySet().removeIf(it -> !spares.contains(it) && !doubted.contains(it));
        inVain.keySet().retainAll(due.keySet());
        spares.forEach(it -> due.putIfAbsent(it, probing.now().plus(probing.atLeast(FIRST_LOOK))));
        spares.forEach(this::probeWhenDue);
    }

    /** Those that are kept warm at this moment. */
    public List<EndpointId> spares() {
        return spares;
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
        pool.takeQuestioned().forEach(this::question);
        doubted.removeIf(it -> pool.health(it).filter(now -> now.state() == HealthState.SUSPECT).isEmpty());
        if (isInUse()) {
            doubted.forEach(this::probeWhenDue);
        }
    }

    /** Seldomer and seldomer while the answer is that all is well. */
    private void question(EndpointId id) {
        Question before = questions.getOrDefault(id, Question.FIRST);
        if (!before.next().isAfter(probing.now()) && !doubted.contains(id)) {
            questions.put(id, before.asked(probing.now(), probing));
            due.remove(id);
            probeWhenDue(id);
        }
    }

    private void probeWhenDue(EndpointId id) {
        boolean isDue = !due.getOrDefault(id, Instant.MIN).isAfter(probing.now());
        Optional<Candidate> candidate = pool.candidate(id);
        if (isDue && candidate.isPresent() && underWay.add(id)) {
            Candidate whom = candidate.get();
            Instant begun = probing.now();
            probing.probe(whom, Depth.CARRYING, patience(whom),
                    verdict -> judge(whom, Finding.of(verdict, Depth.CARRYING, whom.upstream().confirms()), begun));
        }
    }

    private void judge(Candidate whom, Finding finding, Instant begun) {
        underWay.remove(whom.id());
        switch (finding) {
            case Finding.Good good -> tell(whom, good);
            // this computer may be offline, and then streams that stand may go on when it no longer is
            case Finding.Bad bad when bad.isSilence() && !pool.hasAnotherWorkedSince(begun, whom.id()) ->
                inVain.merge(whom.id(), 1, Integer::sum);
            case Finding.Bad bad -> {
                questions.remove(whom.id());
                watch.judgedDown(whom.id(), bad.depth(), bad.why(whom.endpoint()));
            }
            case Finding.Misled strange -> {
                watch.saw(new Evidence(whom.endpoint(), Optional.empty(), new Outcome.Misled()));
                inVain.merge(whom.id(), 1, Integer::sum);
            }
            case Finding.Nothing nothing -> inVain.merge(whom.id(), 1, Integer::sum);
        }
        due.put(whom.id(), probing.now().plus(probing.atLeast(nextLook(whom.id()))));
    }

    private void tell(Candidate whom, Finding.Good good) {
        good.shown().forEach(it -> watch.saw(new Evidence(whom.endpoint(), Optional.empty(), it)));
    }

    private static Duration patience(Candidate whom) {
        Duration patience = whom.pace().forAnswer().plus(GRACE);
        return patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE;
    }

    private Duration nextLook(EndpointId id) {
        if (doubted.contains(id)) {
            return AGAIN.multipliedBy(1L << Math.min(inVain.getOrDefault(id, 0), MOST_DOUBLINGS));
        }
        return pool.isShaken(id) ? RECOVERY_LOOK : SPARE_LOOK;
    }
}
