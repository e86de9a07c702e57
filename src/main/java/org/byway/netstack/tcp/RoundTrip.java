package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;

/** The round-trip time of a connection and the retransmission timeout that follows from it (RFC 6298), in nanoseconds. */
final class RoundTrip {
    static final long INITIAL_TIMEOUT = TimeUnit.SECONDS.toNanos(1);
    static final long SHORTEST_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(200);
    static final long LONGEST_TIMEOUT = TimeUnit.SECONDS.toNanos(60);

    private static final long GRANULARITY = TimeUnit.MILLISECONDS.toNanos(10);
    /**
     * A path that was away for seconds is to be used again within one: for the first ten seconds a segment asks for it at
     * least so often, or every timeout where that is longer, which is one segment each and no load.
     */
    private static final long EAGER_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int EAGER_EXPIRIES = 20;
    private static final long MINIMUM_LIVES = TimeUnit.MINUTES.toNanos(1);

    private long smoothed;
    private long variation;
    private long minimum = Long.MAX_VALUE;
    private long minimumSince;
    private int expiries;

    /** Takes a sample, never of a segment that was sent twice (Karn's algorithm). */
    void measured(long sample, long now) {
        if (smoothed == 0) {
            variation = sample / 2;
            smoothed = Math.max(1, sample);
        } else {
            variation += (Math.abs(smoothed - sample) - variation) / 4;
            smoothed = Math.max(1, smoothed + (sample - smoothed) / 8);
        }
        if (sample <= minimum || now - minimumSince > MINIMUM_LIVES) {
            minimum = Math.max(1, sample);
            minimumSince = now;
        }
    }

    boolean isKnown() {
        return smoothed > 0;
    }

    long smoothed() {
        return smoothed > 0 ? smoothed : INITIAL_TIMEOUT;
    }

    /** The least of about a minute. */
    long minimum() {
        return minimum == Long.MAX_VALUE ? smoothed() : minimum;
    }

    /** How long to wait for an acknowledgment, doubled with each expiry (section 5.5), at first within limits. */
    long timeout() {
        long base = isKnown()
                ? Math.clamp(smoothed + Math.max(GRANULARITY, 4 * variation), SHORTEST_TIMEOUT, LONGEST_TIMEOUT)
                : INITIAL_TIMEOUT;
        long eager = Math.min(base << Math.min(expiries, EAGER_EXPIRIES), Math.max(base, EAGER_TIMEOUT));
        return Math.min(LONGEST_TIMEOUT, eager << Math.clamp(expiries - EAGER_EXPIRIES, 0, EAGER_EXPIRIES));
    }

    void expired() {
        expiries++;
    }

    int expiries() {
        return expiries;
    }

    /** Something new was acknowledged. */
    void progressed() {
        expiries = 0;
    }
}
