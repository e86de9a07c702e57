package org.byway.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.byway.engine.blame.Kinship;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.Rank;
import org.byway.engine.health.Decay;
import org.byway.engine.health.Depth;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.Health;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Pace;
import org.byway.engine.health.Rests;
import org.byway.engine.health.Score;
import org.byway.engine.health.Streak;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.network.RememberedEndpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.net.Upstream;
import org.jspecify.annotations.Nullable;

/** One entry of the pool and what its dials, its streams and probes showed; on the engine thread only. */
final class PoolMember {
    /** Falling behind twice in this time is more than one slow moment. */
    private static final Duration TWICE_WITHIN = Duration.ofSeconds(5);

    /** In half-lives about a week, and about an hour; with them they differ from profile to profile. */
    private static final int GOOD_FOR = 1000;
    private static final int BAD_FOR = 6;

    private final Makings makings;
    private final Kinship kinship;
    /** The next three are made when they are first needed: of a long list nearly all are never used. */
    private @Nullable Pace pace;
    private @Nullable Streak streak;
    private @Nullable Upstream upstream;
    private ListEntry entry;
    private int place;
    private boolean isSingledOut;
    private boolean isShaken;
    /** suspected for its destinations' failures and for nothing else */
    private boolean isAccused;
    private boolean refusesPackets;
    private Health health = Health.UNKNOWN;
    private Score score;
    private Optional<Duration> opened = Optional.empty();
    private Optional<Instant> lastUsed = Optional.empty();
    private Optional<Instant> lastGood = Optional.empty();
    private Optional<Instant> outrun = Optional.empty();
    private Optional<Reason> lastFailure = Optional.empty();

    /**
     * What all members are made with.
     *
     * @param noScore of one that was never used
     */
    record Makings(Function<Endpoint, Upstream> upstreams, Decay decay, Rests rests, Score noScore) {}

    PoolMember(ListEntry entry, int place, Makings makings) {
        this.entry = entry;
        this.place = place;
        this.makings = makings;
        this.kinship = Kinship.of(entry.endpoint());
        this.score = makings.noScore();
    }

    /** The same member under the new name, or a new one where the way to the server changed. */
    PoolMember renewed(ListEntry newer, int newPlace) {
        if (!newer.endpoint().equals(entry.endpoint())) {
            close();
            return new PoolMember(newer, newPlace, makings);
        }
        entry = newer;
        place = newPlace;
        return this;
    }

    EndpointId id() {
        return entry.id();
    }

    NamedEndpoint name() {
        return new NamedEndpoint(entry.id(), entry.name());
    }

    /** In the list, from 0. */
    int place() {
        return place;
    }

    Kinship kinship() {
        return kinship;
    }

    /** Whether it is worth asking for a way for datagrams. */
    boolean carriesPackets() {
        return !refusesPackets && entry.endpoint().carriesPackets();
    }

    Health health() {
        return health;
    }

    Optional<Reason> lastFailure() {
        return lastFailure;
    }

    void used(Instant now) {
        lastUsed = Optional.of(now);
    }

    boolean isUsed() {
        return lastUsed.isPresent();
    }

    /** Whether it has failed and has not yet worked for a while since. */
    boolean isShaken() {
        return isShaken;
    }

    /** Whether anything is known about it, or wanted of it, that is not of its whole neighbourhood. */
    boolean isSingledOut() {
        return isSingledOut;
    }

    void singleOut() {
        isSingledOut = true;
    }

    /** Whether it has worked again and again, for a while, without a failure between. */
    boolean isProven() {
        return streak != null && streak.isLong();
    }

    /** Whether anything was seen to work through it since then. */
    boolean hasWorkedSince(Instant then) {
        return lastGood.filter(it -> !it.isBefore(then)).isPresent();
    }

    /** What a connection through it is likely to cost; absent where nothing has come through yet. */
    Optional<Duration> cost(Instant now) {
        return score.cost(now);
    }

    /** The live form, made when it is first needed. */
    Candidate candidate(Rank rank) {
        if (upstream == null) {
            upstream = makings.upstreams().apply(entry.endpoint());
        }
        return new Candidate(name(), upstream, health.state(), pace(), kinship, rank);
    }

    /** Takes in what its own dials, streams or probes showed; true where its place among the others may have changed. */
    boolean learn(Outcome outcome, Instant now) {
        Footing before = footing();
        pace().learn(outcome);
        switch (outcome) {
            case Outcome.Opened good -> {
                opened = Optional.of(good.took());
                score = score.opened(good.took(), now);
                worked(Depth.OPENING, now.minus(good.took()), now);
            }
            case Outcome.Answered good -> {
                score = score.answered(good.took(), now);
                worked(Depth.ANSWERING, now.minus(good.took()), now);
            }
            case Outcome.Carried good -> worked(Depth.CARRYING, now.minus(good.took()), now);
            case Outcome.Outrun slow -> fellBehind(slow.stage(), now);
            case Outcome.Stalled still -> doubt(still.how() == Stall.OWES ? Depth.ANSWERING : Depth.CARRYING,
                    new Reason.Stalled(name(), still.how(), still.bytes()), now);
            case Outcome.Failed bad -> failed(bad.why(), now);
            case Outcome.Misled strange -> {
            }
            case Outcome.CarriesNoPackets none -> refusesPackets = true;
        }
        return outcome instanceof Outcome.CarriesNoPackets || !footing().equals(before);
    }

    /** Destinations fail through it that are not to blame themselves; true where that is news. */
    boolean suspect(DialException why, Instant now) {
        Footing before = footing();
        if (health.isWell()) {
            doubt(depthOf(why), Reason.Failed.of(name(), why), now);
            isAccused = true;
        }
        return !footing().equals(before);
    }

    /** What it was suspected of was another's fault; true where that is news. */
    boolean acquit() {
        Footing before = footing();
        health = isAccused ? health.acquitted() : health;
        isAccused = false;
        lastFailure = health.isWell() ? Optional.empty() : lastFailure;
        return !footing().equals(before);
    }

    /** A probe has shown that it does not work to this depth. */
    void judgeDown(Depth depth, Reason why, Instant now) {
        breakStreak();
        isShaken = true;
        health = health.judgedDown(depth, now, makings.rests());
        score = score.failed(1, now);
        lastFailure = Optional.of(why);
    }

    void forgetFailures() {
        health = Health.UNKNOWN;
        isShaken = false;
        outrun = Optional.empty();
        lastFailure = Optional.empty();
    }

    /** What is held for and against it. */
    record Balance(Health health, Score score, boolean isShaken, Optional<Instant> lastGood, Optional<Instant> outrun,
            Optional<Reason> lastFailure) {}

    Balance balance() {
        return new Balance(health, score, isShaken, lastGood, outrun, lastFailure);
    }

    /** As it was then; where nothing was known, as it was at first. */
    void restore(Optional<Balance> then) {
        forgetFailures();
        score = then.map(Balance::score).orElse(makings.noScore());
        lastGood = then.flatMap(Balance::lastGood);
        then.ifPresent(it -> {
            health = it.health();
            isShaken = it.isShaken();
            outrun = it.outrun();
            lastFailure = it.lastFailure();
        });
    }

    boolean hasNoScore() {
        return score.isNone();
    }

    void forgetScore() {
        score = makings.noScore();
    }

    /** Absent where it was not used. */
    Optional<RememberedEndpoint> recollect(Instant now, Instant wallNow) {
        if (score.isNone()) {
            return Optional.empty();
        }
        boolean hasWorked = health.isWell() && cost(now).isPresent();
        Duration since = Duration.between(score.at(), now);
        return Optional.of(score.remembered(id(), hasWorked, wallNow.minus(since)));
    }

    /**
     * Takes in what was learned of it some time ago; true where it is taken to work as it did.
     *
     * @param mayBeTrusted whether there are not too many of these
     */
    boolean recall(RememberedEndpoint one, boolean mayBeTrusted, Instant now, Instant wallNow) {
        Duration age = Duration.between(one.seen(), wallNow);
        Duration ago = age.isNegative() ? Duration.ZERO : age;
        Duration halfLife = makings.decay().halfLife();
        boolean isTooOld = ago.compareTo(halfLife.multipliedBy(one.hasWorked() ? GOOD_FOR : BAD_FOR)) > 0;
        if (isTooOld) {
            return false;
        }
        score = Score.of(one, makings.decay(), now.minus(ago));
        boolean isTrusted = one.hasWorked() && mayBeTrusted;
        health = one.hasWorked() && !isTrusted
                ? Health.UNKNOWN
                : Health.remembered(isTrusted ? HealthState.ALIVE : HealthState.SUSPECT);
        return isTrusted;
    }

    Optional<EndpointStatus> status() {
        return lastUsed.map(used -> new EndpointStatus(health.state(), opened, lastUsed, lastFailure));
    }

    void close() {
        if (upstream != null) {
            upstream.close();
        }
    }

    private void worked(Depth shown, Instant begun, Instant now) {
        lastGood = Optional.of(now);
        outrun = outrun.filter(begun::isBefore);
        health = health.succeeded(shown, begun);
        if (health.isWell()) {
            lastFailure = Optional.empty();
            streak().worked(now);
        }
        if (isProven()) {
            isShaken = false;
            health = health.settled();
        }
    }

    /** One slow moment of an upstream that goes on giving is nothing yet. */
    private void fellBehind(Stage stage, Instant now) {
        boolean isAgain = outrun.filter(it -> Duration.between(it, now).compareTo(TWICE_WITHIN) <= 0).isPresent();
        if (isAgain || cost(now).isEmpty()) {
            doubt(stage == Stage.REQUEST ? Depth.ANSWERING : Depth.OPENING, new Reason.Outrun(name()), now);
        }
        outrun = Optional.of(now);
    }

    private Pace pace() {
        if (pace == null) {
            pace = new Pace();
        }
        return pace;
    }

    private Streak streak() {
        if (streak == null) {
            streak = new Streak();
        }
        return streak;
    }

    private void breakStreak() {
        if (streak != null) {
            streak.broken();
        }
    }

    private void doubt(Depth depth, Reason why, Instant now) {
        isAccused = false;
        breakStreak();
        health = health.doubted(depth, now);
        lastFailure = Optional.of(why);
    }

    private void failed(DialException why, Instant now) {
        Health before = health;
        health = health.failed(why, now, makings.rests());
        if (!health.equals(before)) {
            isAccused = false;
            isShaken = true;
            breakStreak();
            score = score.failed(why.blame() == Blame.UPSTREAM ? 1 : 0.5, now);
            lastFailure = Optional.of(Reason.Failed.of(name(), why));
        }
    }

    /** A request that was taken and never answered is not made good by the next one that is taken. */
    private static Depth depthOf(DialException why) {
        return why.fault() == Fault.UNANSWERED ? Depth.ANSWERING : Depth.OPENING;
    }

    private Footing footing() {
        return new Footing(health.state(), health.restUntil(), isShaken);
    }

    /** What decides its place among others, but for costs. */
    private record Footing(HealthState state, Instant restUntil, boolean isShaken) {}
}
