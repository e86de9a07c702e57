package org.byway.engine;

import java.time.Duration;
import java.time.Instant;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/**
 * What is known about one upstream: a small state machine over what its dials showed.
 *
 * @param weight    of the failures since the last success
 * @param restUntil before this moment a downed one is tried only when nothing better is left
 */
record Health(HealthState state, int weight, Instant restUntil) {
    static final Health UNKNOWN = new Health(HealthState.UNKNOWN, 0, Instant.MIN);

    private static final int ITS_FAULT = 3;
    private static final int MAYBE_ITS_FAULT = 1;
    private static final int DOWN_AT = 2 * ITS_FAULT;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    Health succeeded() {
        return new Health(HealthState.ALIVE, 0, Instant.MIN);
    }

    /** A refused destination, and a network of our own that is gone, say nothing about the upstream. */
    Health failed(DialException why, Instant now) {
        int sum = weight + weightOf(why);
        if (sum == weight) {
            return this;
        }
        if (sum >= DOWN_AT) {
            return new Health(HealthState.DOWN, sum, now.plus(rest(sum)));
        }
        return new Health(sum >= ITS_FAULT ? HealthState.SUSPECT : state, sum, Instant.MIN);
    }

    /** Something does not look right; what it is will show. */
    Health suspected() {
        return isWell() ? new Health(HealthState.SUSPECT, weight, Instant.MIN) : this;
    }

    /** Works, or is not known to fail. */
    boolean isWell() {
        return state == HealthState.ALIVE || state == HealthState.UNKNOWN;
    }

    boolean isResting(Instant now) {
        return state == HealthState.DOWN && now.isBefore(restUntil);
    }

    /**
     * Before the request nothing but the upstream was spoken with, so a failure of unknown blame weighs whole. So does a
     * request without any answer where the upstream has never given one.
     */
    private int weightOf(DialException why) {
        return switch (why.blame()) {
            case DESTINATION, LOCAL_NETWORK -> 0;
            case UPSTREAM -> ITS_FAULT;
            case UNKNOWN -> why.stage() == Stage.REQUEST || isNews(why) ? MAYBE_ITS_FAULT : ITS_FAULT;
        };
    }

    private boolean isNews(DialException why) {
        return why.fault() == Fault.UNANSWERED && state == HealthState.ALIVE;
    }

    /** Doubles with every further failure of its own. */
    private static Duration rest(int sum) {
        int doublings = Math.min((sum - DOWN_AT) / ITS_FAULT, 10);
        Duration rest = FIRST_REST.multipliedBy(1L << doublings);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
