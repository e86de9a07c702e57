package org.byway.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Outcome;
import org.byway.net.Upstream;

/**
 * The live list with health. Owned by the engine thread, but for {@link #view()}, which any thread may read: it is
 * rebuilt only when the order may have changed, so that a long list costs a connection nothing.
 */
final class EndpointPool {
    private final Function<Endpoint, Upstream> upstreams;
    private final InstantSource clock;
    private Map<EndpointId, PoolMember> members = new LinkedHashMap<>();
    private Optional<EndpointId> preferred = Optional.empty();
    private Instant nextRestEnd = Instant.MAX;
    private volatile PoolView view = PoolView.EMPTY;

    EndpointPool(Function<Endpoint, Upstream> upstreams, InstantSource clock) {
        this.upstreams = upstreams;
        this.clock = clock;
    }

    PoolView view() {
        return view;
    }

    /** Takes a new list: an unchanged endpoint keeps its upstream and health, whatever its name became. */
    void replace(List<ListEntry> entries) {
        Map<EndpointId, PoolMember> next = new LinkedHashMap<>();
        for (ListEntry entry : entries) {
            if (!(entry.endpoint() instanceof UnsupportedEndpoint) && !next.containsKey(entry.id())) {
                PoolMember known = members.remove(entry.id());
                next.put(entry.id(), known == null ? new PoolMember(entry, upstreams) : known.renewed(entry));
            }
        }
        members.values().forEach(PoolMember::close);
        members = next;
        rebuild();
    }

    /** New connections go through this one while it works, whatever its place in the list. */
    void prefer(EndpointId id) {
        preferred = Optional.of(id);
        Optional.ofNullable(members.get(id)).ifPresent(PoolMember::forgetFailures);
        rebuild();
    }

    void report(EndpointId id, Outcome outcome) {
        PoolMember member = members.get(id);
        if (member != null && member.learn(outcome, clock.instant())) {
            rebuild();
        }
    }

    /** Gives those whose rest has ended their place back; cheap, to be called about once a second. */
    void endRests() {
        if (!clock.instant().isBefore(nextRestEnd)) {
            rebuild();
        }
    }

    Optional<NamedEndpoint> find(EndpointId id) {
        return Optional.ofNullable(members.get(id)).map(PoolMember::name);
    }

    Optional<Reason.Failed> lastFailure(EndpointId id) {
        return Optional.ofNullable(members.get(id)).flatMap(PoolMember::lastFailure);
    }

    boolean hasAlive() {
        return members.values().stream().anyMatch(member -> member.health().state() == HealthState.ALIVE);
    }

    /** Of the endpoints that were used. */
    Map<EndpointId, EndpointStatus> statuses() {
        Map<EndpointId, EndpointStatus> statuses = new LinkedHashMap<>();
        members.forEach((id, member) -> member.status().ifPresent(status -> statuses.put(id, status)));
        return statuses;
    }

    /** Best first: the preferred and the current one while they are no worse than others, then by health, then by list. */
    private void rebuild() {
        Instant now = clock.instant();
        Map<Rank, List<PoolMember>> byRank = new EnumMap<>(Rank.class);
        nextRestEnd = Instant.MAX;
        for (PoolMember member : members.values()) {
            Health health = member.health();
            if (health.isResting(now) && health.restUntil().isBefore(nextRestEnd)) {
                nextRestEnd = health.restUntil();
            }
            List<PoolMember> equals = byRank.computeIfAbsent(rank(member, now), any -> new ArrayList<>());
            if (equals.size() < PoolView.MAX_CANDIDATES) {
                equals.add(member);
            }
        }
        Stream<PoolMember> ranked = byRank.values().stream().flatMap(List::stream).limit(PoolView.MAX_CANDIDATES);
        view = new PoolView(ranked.map(PoolMember::candidate).toList());
    }

    private Rank rank(PoolMember member, Instant now) {
        Health health = member.health();
        boolean isWell = health.state() == HealthState.ALIVE || health.state() == HealthState.UNKNOWN;
        if (isWell && preferred.filter(member.id()::equals).isPresent()) {
            return Rank.PREFERRED;
        }
        if (isWell && view.best().filter(best -> best.id().equals(member.id())).isPresent()) {
            return Rank.CURRENT;
        }
        return switch (health.state()) {
            case ALIVE -> Rank.ALIVE;
            case UNKNOWN -> Rank.UNKNOWN;
            case SUSPECT -> Rank.SUSPECT;
            case DOWN -> health.isResting(now) ? Rank.RESTING : Rank.SUSPECT;
        };
    }

    private enum Rank {
        PREFERRED, CURRENT, ALIVE, UNKNOWN, SUSPECT, RESTING
    }
}
