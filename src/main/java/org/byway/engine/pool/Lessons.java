package org.byway.engine.pool;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.byway.engine.blame.Complaints;
import org.byway.engine.blame.Evidence;
import org.byway.engine.blame.SharedFate;
import org.byway.engine.blame.Sightings;
import org.byway.engine.health.Decay;
import org.byway.engine.health.Depth;
import org.byway.engine.health.Health;
import org.byway.engine.health.HealthState;
import org.byway.engine.reason.Diagnosis;
import org.byway.engine.reason.Observation;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Surroundings;
import org.byway.engine.reason.Symptom;
import org.byway.engine.reason.Verdict;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Outcome;
import org.byway.net.Stall;

/**
 * What evidence teaches: of the member through which it came, of what shares its fate, of others for or against whom it speaks,
 * and what a failure means in the light of them all. Engine thread.
 */
final class Lessons {
    private final SharedFate fate;
    private final Complaints complaints;
    private final Sightings sightings;
    private final Set<EndpointId> newlySuspected = new LinkedHashSet<>();
    private final Set<EndpointId> newlyQuestioned = new LinkedHashSet<>();

    Lessons(Decay decay, RandomGenerator random) {
        fate = new SharedFate(decay);
        complaints = new Complaints(random);
        sightings = new Sightings(complaints::network);
    }

    SharedFate fate() {
        return fate;
    }

    /** True where somebody's place among the others may have changed. */
    boolean learn(PoolMember member, Evidence evidence, Crowd crowd, Instant now) {
        sightings.saw(member.id(), member.kinship(), evidence, now);
        Optional<Destination> to = evidence.to();
        return switch (evidence.outcome()) {
            case Outcome.Failed bad when to.isPresent() && Complaints.concern(bad.why()) ->
                follow(complaints.failed(member.id(), to.get(), bad.why(), now), crowd, now);
            case Outcome.Failed bad -> {
                if (bad.why().blame() != Blame.LOCAL_NETWORK) {
                    fate.failed(member.id(), member.kinship(), Symptom.of(bad.why()), now);
                }
                yield noticing(member, now, () -> member.learn(bad, now));
            }
            case Outcome.Opened any -> worked(member, evidence, crowd, now);
            case Outcome.Answered any -> worked(member, evidence, crowd, now);
            case Outcome.Carried any -> worked(member, evidence, crowd, now);
            case Outcome.Stalled waiting when waiting.how() == Stall.OWES -> {
                newlyQuestioned.add(member.id()); // long polls look like this, so nothing follows before a probe
                yield false;
            }
            default -> noticing(member, now, () -> member.learn(evidence.outcome(), now));
        };
    }

    /** A probe has shown that it does not work to this depth. */
    void judgeDown(PoolMember member, Depth depth, Reason why, Instant now) {
        member.judgeDown(depth, why, now);
        fate.failed(member.id(), member.kinship(), Symptom.of(why), now);
        sightings.judged(member.id(), member.kinship(), why, now);
        complaints.drop(member.id());
    }

    /** A person wants it: whatever was held against it is not any more. */
    void giveChance(PoolMember member) {
        member.forgetFailures();
        complaints.drop(member.id());
        sightings.forgive(member.id());
    }

    /** It is no longer in the list. */
    void drop(EndpointId gone) {
        complaints.drop(gone);
        sightings.drop(gone);
    }

    /** What was held against this one is no longer what the others are read by. */
    void forgive(EndpointId id) {
        sightings.forgive(id);
    }

    /** Whoever failed since then was not to blame. */
    void forgetSince(Instant then) {
        fate.forgetSince(then);
        complaints.forgetSince(then);
        newlySuspected.clear();
    }

    /** Those whose streams have begun to wait since this was asked last. */
    List<EndpointId> takeQuestioned() {
        return taken(newlyQuestioned);
    }

    /** Those that have become suspect since this was asked last. */
    List<EndpointId> takeSuspected() {
        return taken(newlySuspected);
    }

    /** With what it means in the light of all others; what is held against an upstream is its own. */
    Reason diagnosed(Reason held, Crowd crowd, Instant now) {
        return held instanceof Reason.Failed failed && sightings.remembers(failed.endpoint().id())
                ? diagnosed(failed, Blame.UPSTREAM, crowd, now)
                : held;
    }

    Reason.Failed diagnosed(Reason.Failed failed, Blame blame, Crowd crowd, Instant now) {
        return crowd.find(failed.endpoint().id()).map(member -> {
            Symptom symptom = new Symptom(failed.stage(), failed.fault());
            Surroundings around = sightings.around(member.id(), member.kinship(), Optional.of(symptom), now);
            return failed.as(Diagnosis.of(Observation.of(symptom, blame, around)));
        }).orElse(failed);
    }

    /** What those that fail have in common; unknown where that is nothing. */
    Verdict commonVerdict(Crowd crowd, Instant now) {
        Set<Verdict> verdicts = crowd.known().stream().flatMap(it -> it.lastFailure().stream())
                .flatMap(it -> diagnosed(it, crowd, now).diagnosed().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return verdicts.stream().filter(it -> verdicts.size() == 1 || it.isOfPlace()).findFirst()
                .orElse(Verdict.UNKNOWN);
    }

    private boolean worked(PoolMember member, Evidence good, Crowd crowd, Instant now) {
        boolean isMoved = member.learn(good.outcome(), now);
        fate.worked(member.kinship(), now);
        complaints.worked(member.id(), now);
        return good.to().filter(it -> follow(complaints.reached(member.id(), it, now), crowd, now)).isPresent()
                || isMoved;
    }

    private boolean follow(Complaints.Ruling ruling, Crowd crowd, Instant now) {
        boolean isMoved = false;
        for (Map.Entry<EndpointId, DialException> accused : ruling.suspected().entrySet()) {
            isMoved |= crowd.find(accused.getKey())
                    .filter(it -> noticing(it, now, () -> it.suspect(accused.getValue(), now))).isPresent();
        }
        for (EndpointId acquitted : ruling.acquitted()) {
            isMoved |= crowd.find(acquitted).filter(PoolMember::acquit).isPresent();
        }
        return isMoved;
    }

    /** Remembers the one that this makes suspect, where it has worked before. */
    private boolean noticing(PoolMember member, Instant now, BooleanSupplier lesson) {
        Health before = member.health();
        boolean isMoved = lesson.getAsBoolean();
        boolean hasWorked = before.state() == HealthState.ALIVE || member.cost(now).isPresent();
        if (before.isWell() && member.health().state() == HealthState.SUSPECT && hasWorked) {
            newlySuspected.add(member.id());
        }
        return isMoved;
    }

    private static List<EndpointId> taken(Set<EndpointId> all) {
        List<EndpointId> taken = List.copyOf(all);
        all.clear();
        return taken;
    }
}
