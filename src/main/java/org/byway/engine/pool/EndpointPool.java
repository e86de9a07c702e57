package org.byway.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.PoolView;
import org.byway.engine.choice.Rank;
import org.byway.engine.health.Decay;
import org.byway.engine.health.Depth;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.Health;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Rests;
import org.byway.engine.health.Score;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.network.RememberedEndpoint;
import org.byway.net.Blame;
import org.byway.net.Upstream;

/**
 * The live list with health, ordered by the strategy. Owned by the engine thread, but for its views, which any thread may read: they are
 * rebuilt only when the order may have changed, so that a long list costs a connection nothing.
 */
public final class EndpointPool {
    /** So many that worked long ago are tried before anything else; were it all of them, a search would come late. */
    private static final int MOST_TRUSTED = 3;
    private static final Duration HALF_LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final PoolMember.Makings makings;
    private final Lessons lessons;
    private Crowd crowd = new Crowd(List.of());
    private Strategy strategy = Strategy.DEFAULT;
    private Optional<EndpointId> preferred = Optional.empty();
    private boolean isStale;
    private Instant nextRestEnd = Instant.MAX;
    private volatile PoolView view = PoolView.EMPTY;
    private volatile PoolView packetView = PoolView.EMPTY;

    public EndpointPool(Function<Endpoint, Upstream> upstreams, InstantSource clock, RandomGenerator random) {
        Decay decay = Decay.about(HALF_LIFE, random);
        this.clock = clock;
        this.makings = new PoolMember.Makings(upstreams, decay, new Rests(random), Score.none(decay));
        this.lessons = new Lessons(decay, random);
    }

    public PoolView view() {
        return view;
    }

    /** Of those that carry datagrams. */
    public PoolView packetView() {
        return packetView;
    }

    /** Takes a new list: an unchanged endpoint keeps its upstream and health, whatever its name became. */
    public void replace(List<ListEntry> entries) {
        Map<EndpointId, PoolMember> next = new LinkedHashMap<>();
        for (ListEntry entry : entries) {
            if (!(entry.endpoint() instanceof UnsupportedEndpoint) && !next.containsKey(entry.id())) {
                int place = next.size();
                next.put(entry.id(), crowd.find(entry.id()).map(it -> it.renewed(entry, place))
                        .orElseGet(() -> new PoolMember(entry, place, makings)));
            }
        }
        crowd.all().stream().filter(it -> !next.containsKey(it.id())).forEach(gone -> {
            gone.close();
            lessons.drop(gone.id());
        });
        crowd = new Crowd(next.values());
        rebuild();
    }

    /** Orders by another strategy from now on; what was preferred under the last one is not any more. */
    public void choose(Strategy other) {
        strategy = other;
        preferred = Optional.empty();
        other.order().only().flatMap(crowd::find).ifPresent(this::giveChance);
        rebuild();
    }

    /** New connections go through this one while it works, whatever its place in the list. */
    public void prefer(EndpointId id) {
        preferred = Optional.of(id);
        crowd.find(id).ifPresent(this::giveChance);
        rebuild();
    }

    private void giveChance(PoolMember member) {
        lessons.giveChance(member);
        crowd.singleOut(member);
    }

    public void report(Evidence evidence) {
        crowd.find(evidence.through().id()).ifPresent(member -> {
            crowd.singleOut(member);
            member.used(clock.instant());
            if (lessons.learn(member, evidence, crowd, clock.instant())) {
                rebuild();
            } else {
                isStale = true;
            }
        });
    }

    /** A probe has shown that this one does not work to this depth. */
    public void judgeDown(EndpointId id, Depth depth, Reason why) {
        crowd.find(id).ifPresent(member -> {
            lessons.judgeDown(member, depth, why, clock.instant());
            rebuild();
        });
    }

    /** Those whose streams have begun to wait since this was asked last. */
    public List<EndpointId> takeQuestioned() {
        return lessons.takeQuestioned();
    }

    /** Those that have become suspect since this was asked last. */
    public List<EndpointId> takeSuspected() {
        return lessons.takeSuspected();
    }

    /** Gives those whose rest has ended their place back and compares anew; cheap, to be called about once a second. */
    public void refresh() {
        if (isStale || !clock.instant().isBefore(nextRestEnd)) {
            rebuild();
        }
    }

    public Optional<Health> health(EndpointId id) {
        return crowd.find(id).map(PoolMember::health);
    }

    /** Whether another than this one was seen to work since then. */
    public boolean hasAnotherWorkedSince(Instant then, EndpointId thanThis) {
        return crowd.known().stream().anyMatch(it -> !it.id().equals(thanThis) && it.hasWorkedSince(then));
    }

    /** Whether it has failed and has not yet worked for a while since. */
    public boolean isShaken(EndpointId id) {
        return crowd.find(id).filter(PoolMember::isShaken).isPresent();
    }

    /** As in the view, or anew where it is too far behind to be there. */
    public Optional<Candidate> candidate(EndpointId id) {
        return view.find(id).or(() -> crowd.find(id).map(it -> it.candidate(Rank.SUSPECT)));
    }

    /** Whom to keep warm beside the one in use. */
    public List<EndpointId> spares(int most) {
        return new Spares(crowd, view, strategy.order(), clock.instant()).best(most);
    }

    public Instant now() {
        return clock.instant();
    }

    /** The one in use, where it was used. */
    public Optional<EndpointId> used() {
        return best().filter(PoolMember::isUsed).map(PoolMember::id);
    }

    /** Whether the best is so because of what an earlier run has learned. */
    public boolean isBestRemembered() {
        return best().filter(it -> !it.isUsed() && it.health().state() == HealthState.ALIVE).isPresent();
    }

    /** Whether these are all that may be used, or so many of them have nothing in common. */
    public boolean isAllOrUnlike(Set<EndpointId> these, int several) {
        long unlike = these.stream().flatMap(it -> crowd.find(it).stream()).map(it -> it.kinship().network()).distinct()
                .count();
        return unlike >= several || (unlike > 0
                && crowd.all().stream().filter(this::mayBeUsed).map(PoolMember::id).allMatch(these::contains));
    }

    /** What is known now, should it turn out that what follows was nobody's fault. */
    public PoolMoment moment() {
        Map<EndpointId, PoolMember.Balance> balances = new LinkedHashMap<>();
        crowd.known().forEach(it -> balances.put(it.id(), it.balance()));
        return new PoolMoment(clock.instant(), balances, best().map(PoolMember::id));
    }

    /** Withdraws whatever was learned since then. */
    public void restore(PoolMoment moment) {
        for (PoolMember member : crowd.known()) {
            member.restore(Optional.ofNullable(moment.balances().get(member.id())));
            lessons.forgive(member.id());
        }
        lessons.forgetSince(moment.at());
        rebuild(moment.current().flatMap(crowd::find));
    }

    /** Much may have changed: of nobody is known whether it works, but for the one in use, until that is seen. */
    public void fade() {
        Optional<PoolMember> current = best();
        crowd.known().stream().filter(it -> current.filter(it::equals).isEmpty()).forEach(PoolMember::forgetFailures);
        lessons.forgetSince(Instant.MIN);
        rebuild();
    }

    /** What was learned was learned elsewhere. */
    public void forget() {
        crowd.known().forEach(PoolMember::forgetScore);
        fade();
    }

    /** Of those that were used, what an other run can begin with. */
    public List<RememberedEndpoint> recollect(Instant wallNow) {
        Instant now = clock.instant();
        return crowd.known().stream().flatMap(it -> it.recollect(now, wallNow).stream()).toList();
    }

    /** Takes in what was learned here before, but of those that were used since; who worked here comes before who is in use. */
    public void recall(List<RememberedEndpoint> remembered, Instant wallNow) {
        Optional<PoolMember> current = best();
        Set<PoolMember> trusted = new LinkedHashSet<>();
        for (RememberedEndpoint one : remembered) {
            crowd.find(one.id()).filter(PoolMember::hasNoScore).ifPresent(member -> {
                crowd.singleOut(member);
                if (member.recall(one, trusted.size() < MOST_TRUSTED, clock.instant(), wallNow)) {
                    trusted.add(member);
                }
            });
        }
        if (trusted.isEmpty()) {
            rebuild(current);
        } else {
            current.filter(it -> it.hasNoScore() && !trusted.contains(it)).ifPresent(PoolMember::forgetFailures);
            rebuild(current.filter(it -> !it.hasNoScore()));
        }
    }

    private Optional<PoolMember> best() {
        return view.best().map(NamedEndpoint::id).flatMap(crowd::find);
    }

    public Optional<NamedEndpoint> find(EndpointId id) {
        return crowd.find(id).map(PoolMember::name);
    }

    public Optional<Reason> lastFailure(EndpointId id) {
        return crowd.find(id).flatMap(PoolMember::lastFailure).map(this::diagnosed);
    }

    /** With what it means in the light of all others; what is held against an upstream is its own. */
    public Reason diagnosed(Reason held) {
        return lessons.diagnosed(held, crowd, clock.instant());
    }

    public Reason.Failed diagnosed(Reason.Failed failed, Blame blame) {
        return lessons.diagnosed(failed, blame, crowd, clock.instant());
    }

    /** What those that fail have in common; unknown where that is nothing. */
    public Verdict commonVerdict() {
        return lessons.commonVerdict(crowd, clock.instant());
    }

    /** Whether one that may be used is known to work. */
    public boolean hasAlive() {
        return crowd.known().stream().filter(this::mayBeUsed)
                .anyMatch(member -> member.health().state() == HealthState.ALIVE);
    }

    /** Of the endpoints that were used. */
    public Map<EndpointId, EndpointStatus> statuses() {
        Map<EndpointId, EndpointStatus> statuses = new LinkedHashMap<>();
        crowd.known().forEach(it -> it.status().map(status -> status.diagnosed(this::diagnosed))
                .ifPresent(status -> statuses.put(it.id(), status)));
        return statuses;
    }

    private boolean mayBeUsed(PoolMember member) {
        return strategy.order().only().map(member.id()::equals).orElse(true);
    }

    private void rebuild() {
        rebuild(best());
    }

    private void rebuild(Optional<PoolMember> current) {
        Instant now = clock.instant();
        isStale = false;
        nextRestEnd = crowd.known().stream().map(PoolMember::health).filter(health -> health.isResting(now))
                .map(Health::restUntil).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        long measured = crowd.known().stream().filter(PoolMember::isUsed).count();
        Ranking ranking = new Ranking(strategy.order(), preferred, current, measured, lessons.fate(), now);
        view = new PoolView(ranking.best(crowd, any -> true));
        view.best().map(NamedEndpoint::id).flatMap(crowd::find).ifPresent(crowd::singleOut);
        packetView = new PoolView(ranking.best(crowd, PoolMember::carriesPackets));
    }
}
