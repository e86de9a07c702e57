package org.byway.engine.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.blame.Evidence;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.pool.PoolMoment;
import org.byway.model.EndpointId;
import org.byway.net.Outcome;

/**
 * Upstreams that could not be reached, one after the other in a short time in which nothing worked: their fault, or this
 * computer's. Engine thread.
 */
final class CommonOutage {
    /** A silent server takes 4 s, and a program's request waits for 15 s. */
    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final int SEVERAL_UNLIKE = 3;

    private final EndpointPool pool;
    private final InstantSource clock;
    private final Set<EndpointId> unreached = new HashSet<>();
    private Optional<PoolMoment> before = Optional.empty();
    private boolean hasNoRoute;

    CommonOutage(EndpointPool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** To be told before the pool learns of it. */
    void failed(Evidence bad) {
        Instant now = clock.instant();
        if (before.filter(it -> !it.at().plus(SHORT).isBefore(now)).isEmpty()) {
            end();
            before = Optional.of(pool.moment());
        }
        if (bad.outcome() instanceof Outcome.Failed it && it.why().isUnreached()) {
            unreached.add(bad.through().id());
            hasNoRoute |= it.why().isWithoutRoute();
        }
    }

    /** Something works, or what was seen has been judged. */
    void end() {
        before = Optional.empty();
        unreached.clear();
        hasNoRoute = false;
    }

    /** What was known before, where what has failed since may be this computer's fault. */
    Optional<PoolMoment> before() {
        boolean isTotal = hasNoRoute || pool.isAllOrUnlike(unreached, SEVERAL_UNLIKE);
        return before.filter(it -> isTotal);
    }
}
