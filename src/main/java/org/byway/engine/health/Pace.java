package org.byway.engine.health;

import java.time.Duration;
import java.util.Arrays;
import org.byway.net.Outcome;

/**
 * How long one upstream usually takes, as learned from its traffic: what to wait for it before a rival is tried. The engine
 * thread teaches it, any thread reads.
 */
public final class Pace {
    /** No rival sooner: a fast upstream may have one slow moment. */
    public static final Duration SHORTEST = Duration.ofMillis(250);

    /** No rival later: what is struck soon has a history of being slow. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    /** Of an upstream without a history. */
    public static final Duration UNKNOWN = Duration.ofMillis(700);

    private final History opening = new History();
    private final History answering = new History();
    private volatile Duration forOpening = UNKNOWN;
    private volatile Duration forAnswer = UNKNOWN;

    public void learn(Outcome outcome) {
        switch (outcome) {
            case Outcome.Opened good -> forOpening = opening.with(good.took());
            case Outcome.Answered good -> forAnswer = answering.with(good.took());
            default -> {
            }
        }
    }

    /** From the dial's begin to ready. */
    public Duration forOpening() {
        return forOpening;
    }

    /** From the first flight's last byte to the first byte back. */
    public Duration forAnswer() {
        return forAnswer;
    }

    /** The latest durations; FAILOVER: "the larger of 250 ms and the lead's own 95th percentile". */
    private static final class History {
        private static final int KEPT = 64;
        private static final int ENOUGH = 4;

        /** Made with the first: of a long list nearly all are never used. */
        private long[] nanos = {};
        private int count;

        Duration with(Duration latest) {
            if (nanos.length == 0) {
                nanos = new long[KEPT];
            }
            nanos[count++ % KEPT] = latest.toNanos();
            int known = Math.min(count, KEPT);
            if (known < ENOUGH) {
                return UNKNOWN;
            }
            long[] sorted = Arrays.copyOf(nanos, known);
            Arrays.sort(sorted);
            Duration usual = Duration.ofNanos(sorted[Math.ceilDiv(known * 95, 100) - 1]);
            Duration atLeast = usual.compareTo(SHORTEST) < 0 ? SHORTEST : usual;
            return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
        }
    }
}
