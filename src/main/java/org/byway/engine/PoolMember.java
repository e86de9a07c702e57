package org.byway.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.net.Outcome;
import org.byway.net.Upstream;
import org.jspecify.annotations.Nullable;

/** One entry of the pool and what its dials showed; on the engine thread only. */
final class PoolMember {
    private final Function<Endpoint, Upstream> upstreams;
    private ListEntry entry;
    private @Nullable Upstream upstream;
    private final Pace pace = new Pace();
    private boolean refusesPackets;
    private Health health = Health.UNKNOWN;
    private Optional<Duration> opened = Optional.empty();
    private Optional<Duration> opens = Optional.empty();
    private Optional<Instant> lastUsed = Optional.empty();
    private Optional<Reason.Failed> lastFailure = Optional.empty();

    PoolMember(ListEntry entry, Function<Endpoint, Upstream> upstreams) {
        this.entry = entry;
        this.upstreams = upstreams;
    }

    /** The same member under the new name, or a new one where the way to the server changed. */
    PoolMember renewed(ListEntry newer) {
        if (!newer.endpoint().equals(entry.endpoint())) {
            close();
            return new PoolMember(newer, upstreams);
        }
        entry = newer;
        return this;
    }

    EndpointId id() {
        return entry.id();
    }

    NamedEndpoint name() {
        return new NamedEndpoint(entry.id(), entry.name());
    }

    /** Whether it is worth asking for a way for datagrams. */
    boolean carriesPackets() {
        return !refusesPackets && entry.endpoint().carriesPackets();
    }

    Health health() {
        return health;
    }

    Optional<Reason.Failed> lastFailure() {
        return lastFailure;
    }

    boolean isUsed() {
        return lastUsed.isPresent();
    }

    /** How long its dials take, the latest weighing most; absent where none has worked. */
    Optional<Duration> opens() {
        return opens;
    }

    /** The live form, made when it is first needed. */
    Candidate candidate() {
        if (upstream == null) {
            upstream = upstreams.apply(entry.endpoint());
        }
        return new Candidate(name(), upstream, health.state(), pace);
    }

    /** Takes a dial's outcome in; true where its place among the others may have changed. */
    boolean learn(Outcome outcome, Instant now) {
        Health before = health;
        lastUsed = Optional.of(now);
        pace.learn(outcome);
        switch (outcome) {
            case Outcome.Opened good -> {
                health = health.succeeded();
                opened = Optional.of(good.took());
                opens = Optional.of(opens.map(past -> smoothed(past, good.took())).orElse(good.took()));
                lastFailure = Optional.empty();
            }
            case Outcome.Answered good -> {
                health = health.succeeded();
                lastFailure = Optional.empty();
            }
            case Outcome.Outrun slow -> health = health.suspected();
            case Outcome.Stalled still -> health = health.suspected();
            case Outcome.Failed bad -> {
                health = health.failed(bad.why(), now);
                if (!health.equals(before)) {
                    lastFailure = Optional.of(Reason.Failed.of(name(), bad.why()));
                }
            }
            case Outcome.CarriesNoPackets none -> refusesPackets = true;
        }
        return outcome instanceof Outcome.CarriesNoPackets || health.state() != before.state()
                || !health.restUntil().equals(before.restUntil());
    }

    void forgetFailures() {
        health = Health.UNKNOWN;
        lastFailure = Optional.empty();
    }

    Optional<EndpointStatus> status() {
        return lastUsed.map(used -> new EndpointStatus(health.state(), opened, lastUsed, lastFailure));
    }

    void close() {
        if (upstream != null) {
            upstream.close();
        }
    }

    /** RFC 6298, section 2, weighs a new round trip an eighth; a dial is rarer, so a quarter. */
    private static Duration smoothed(Duration past, Duration latest) {
        return past.multipliedBy(3).plus(latest).dividedBy(4);
    }
}
