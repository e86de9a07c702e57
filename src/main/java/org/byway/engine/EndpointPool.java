package org.byway.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Upstream;

/**
 * The live list with health, ordered by the strategy. Owned by the engine thread, but for its views, which any thread may read: they are
 * rebuilt only when the order may have changed, so that a long list costs a connection nothing.
 */
final class EndpointPool {
    private final Function<Endpoint, Upstream> upstreams;
    private final InstantSource clock;
    private Map<EndpointId, PoolMember> members = new LinkedHashMap<>();
    private Strategy strategy = Strategy.DEFAULT;
    private Optional<EndpointId> preferred = Optional.empty();
    private boolean isStale;
    private Instant nextRestEnd = Instant.MAX;
    private volatile PoolView view = PoolView.EMPTY;
    private volatile PoolView packetView = PoolView.EMPTY;

    EndpointPool(Function<Endpoint, Upstream> upstreams, InstantSource clock) {
        this.upstreams = upstreams;
        this.clock = clock;
    }

    PoolView view() {
        return view;
    }

    /** Of those that carry datagrams. */
    PoolView packetView() {
        return packetView;
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

    /** Orders by another strategy from now on; what was preferred under the last one is not any more. */
    void choose(Strategy other) {
        strategy = other;
        preferred = Optional.empty();
        if (other instanceof Strategy.Pinned only) {
            Optional.ofNullable(members.get(only.id())).ifPresent(PoolMember::forgetFailures);
        }
        rebuild();
    }

    /** New connections go through this one while it works, whatever its place in the list. */
    void prefer(EndpointId id) {
        preferred = Optional.of(id);
        Optional.ofNullable(members.get(id)).ifPresent(PoolMember::forgetFailures);
        rebuild();
    }

    void report(Evidence evidence) {
        PoolMember member = members.get(evidence.through().id());
        if (member != null && member.learn(evidence.outcome(), clock.instant())) {
            rebuild();
        } else {
            isStale = strategy instanceof Strategy.Fastest;
        }
    }

    /** Gives those whose rest has ended their place back and compares times; cheap, to be called about once a second. */
    void refresh() {
        if (isStale || !clock.instant().isBefore(nextRestEnd)) {
            rebuild();
        }
    }

    Optional<NamedEndpoint> find(EndpointId id) {
        return Optional.ofNullable(members.get(id)).map(PoolMember::name);
    }

    Optional<Reason.Failed> lastFailure(EndpointId id) {
        return Optional.ofNullable(members.get(id)).flatMap(PoolMember::lastFailure);
    }

    /** Whether one that may be used is known to work. */
    boolean hasAlive() {
        return members.values().stream().filter(this::mayBeUsed)
                .anyMatch(member -> member.health().state() == HealthState.ALIVE);
    }

    /** Of the endpoints that were used. */
    Map<EndpointId, EndpointStatus> statuses() {
        Map<EndpointId, EndpointStatus> statuses = new LinkedHashMap<>();
        members.forEach((id, member) -> member.status().ifPresent(status -> statuses.put(id, status)));
        return statuses;
    }

    private boolean mayBeUsed(PoolMember member) {
        return !(strategy instanceof Strategy.Pinned only) || only.id().equals(member.id());
    }

    private void rebuild() {
        Instant now = clock.instant();
        isStale = false;
        nextRestEnd = members.values().stream().map(PoolMember::health).filter(health -> health.isResting(now))
                .map(Health::restUntil).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        Ranking ranking = new Ranking(strategy, preferred, view.best().map(NamedEndpoint::id), now);
        view = view(ranking, members.values());
        packetView = view(ranking, members.values().stream().filter(PoolMember::carriesPackets).toList());
    }

    private static PoolView view(Ranking ranking, Collection<PoolMember> members) {
        return new PoolView(ranking.best(members).stream().map(PoolMember::candidate).toList());
    }
}
