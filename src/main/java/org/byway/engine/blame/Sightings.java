package org.byway.engine.blame;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Surroundings;
import org.byway.engine.reason.Symptom;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What upstreams showed last, so that the failure of one is read in the light of all. Destinations are kept as salted hashes
 * of their networks, and only until something works. Engine thread.
 */
public final class Sightings {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration WORKS_STILL = Duration.ofMinutes(2);
    private static final int MOST = 256;

    private final ToLongFunction<Destination> networks;
    private final Map<EndpointId, Bad> failed = new LinkedHashMap<>();
    private final Map<EndpointId, Good> worked = new HashMap<>();
    private final Map<Long, Instant> unreached = new HashMap<>();
    private Optional<Instant> foreignPage = Optional.empty();

    /** @param networks of destinations, as salted hashes */
    public Sightings(ToLongFunction<Destination> networks) {
        this.networks = networks;
    }

    private record Good(Kinship of, Instant at) {}

    /** @param symptom absent for a stream that stood still */
    private record Bad(Kinship of, Optional<Symptom> symptom, Blame blame, Instant at) {
        boolean shows(Predicate<Symptom> wanted) {
            return symptom.filter(wanted).isPresent();
        }
    }

    public void saw(EndpointId id, Kinship of, Evidence evidence, Instant now) {
        switch (evidence.outcome()) {
            case Outcome.Failed bad -> failed(id, of, bad.why(), evidence.to(), now);
            case Outcome.Misled strange -> foreignPage = Optional.of(now);
            case Outcome.Opened good -> worked(id, of, now);
            case Outcome.Answered good -> worked(id, of, now);
            case Outcome.Carried good -> worked(id, of, now);
            default -> {
            }
        }
    }

    /** A probe has shown it. */
    public void judged(EndpointId id, Kinship of, Reason how, Instant now) {
        remember(id, new Bad(of, Symptom.ofFailure(how), Blame.UPSTREAM, now));
    }

    /** What failed has a new chance. */
    public void forgive(EndpointId id) {
        failed.remove(id);
    }

    /** It is no longer in the list. */
    public void drop(EndpointId id) {
        failed.remove(id);
        worked.remove(id);
    }

    /** Whether it has failed lately, so that the others may tell what that means. */
    public boolean remembers(EndpointId id) {
        return failed.containsKey(id);
    }

    public Surroundings around(EndpointId id, Kinship of, Optional<Symptom> how, Instant now) {
        boolean othersWork = working(now).anyMatch(it -> !it.getKey().equals(id));
        Set<String> workingProtocols = working(now).map(it -> it.getValue().of().protocol())
                .collect(Collectors.toSet());
        boolean isOnlyKinDown = !workingProtocols.isEmpty() && !workingProtocols.contains(of.protocol());
        int alikeKin = isOnlyKinDown && how.isPresent()
                ? networks(now, it -> it.of().protocol().equals(of.protocol()) && it.symptom().equals(how))
                : 0;
        return new Surroundings(worked.containsKey(id), othersWork, networks(now, it -> it.shows(Symptom::isImposture)),
                alikeKin, networks(now, it -> it.shows(Symptom::isMisdated)),
                networks(now, it -> it.shows(Symptom::isBeyondServer)), unreached.size(),
                foreignPage.filter(at -> at.plus(KEPT).isAfter(now)).isPresent(), isOffline(now));
    }

    /** A probe has asked two unrelated operators before it holds anything against an upstream. */
    private void failed(EndpointId id, Kinship of, DialException why, Optional<Destination> to, Instant now) {
        remember(id, new Bad(of, Optional.of(Symptom.of(why)), why.blame(), now));
        unreached.values().removeIf(at -> !at.plus(KEPT).isAfter(now));
        if (why.stage() == Stage.REQUEST && unreached.size() < MOST) {
            long asked = to.map(networks::applyAsLong).orElseGet(() -> (long) id.hashCode());
            unreached.put(asked, now);
            if (to.isEmpty()) {
                unreached.put(~asked, now);
            }
        }
    }

    private void remember(EndpointId id, Bad seen) {
        failed.remove(id);
        failed.put(id, seen);
        if (failed.size() > MOST) {
            failed.remove(failed.keySet().iterator().next());
        }
    }

    private void worked(EndpointId id, Kinship of, Instant now) {
        failed.remove(id);
        worked.put(id, new Good(of, now));
        unreached.clear();
        foreignPage = Optional.empty();
    }

    private Stream<Map.Entry<EndpointId, Good>> working(Instant now) {
        return worked.entrySet().stream().filter(it -> it.getValue().at().plus(WORKS_STILL).isAfter(now))
                .filter(it -> !isAgainst(failed.get(it.getKey())));
    }

    private static boolean isAgainst(@Nullable Bad seen) {
        return seen != null && seen.blame() != Blame.DESTINATION;
    }

    private int networks(Instant now, Predicate<Bad> which) {
        return (int) failed.values().stream().filter(it -> it.at().plus(KEPT).isAfter(now)).filter(which)
                .map(it -> it.of().network()).distinct().count();
    }

    private boolean isOffline(Instant now) {
        return working(now).findAny().isEmpty() && networks(now, it -> it.blame() == Blame.LOCAL_NETWORK
                && it.shows(symptom -> symptom.fault() == Fault.UNREACHABLE)) > 0;
    }
}
