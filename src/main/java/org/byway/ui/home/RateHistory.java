package org.byway.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.byway.net.TrafficMeter.Traffic;

/** Bytes per second, one value for each second of the last minute, from sums that are looked at once a second. */
final class RateHistory {
    static final int SECONDS = 60;

    private final InstantSource clock;
    private final Deque<RateMeter.Rate> seconds = new ArrayDeque<>();
    private Traffic before = Traffic.NONE;
    private Instant looked = Instant.EPOCH;

    RateHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** What moved while nobody looked is unknown: those seconds are shown as nothing rather than as one high peak. */
    void look(Traffic sums) {
        Instant now = clock.instant();
        long passed = Math.round(Duration.between(looked, now).toMillis() / 1000.0);
        boolean isNext = passed >= 1 && passed <= 2 && sums.up() >= before.up() && sums.down() >= before.down();
        if (passed > 2) {
            for (long missed = 1; missed < Math.min(passed, SECONDS); missed++) {
                add(RateMeter.Rate.NONE);
            }
        }
        add(isNext
                ? new RateMeter.Rate((sums.up() - before.up()) / passed, (sums.down() - before.down()) / passed)
                : RateMeter.Rate.NONE);
        before = sums;
        looked = now;
    }

    private void add(RateMeter.Rate rate) {
        seconds.addLast(rate);
        if (seconds.size() > SECONDS) {
            seconds.removeFirst();
        }
    }

    /** The oldest first; fewer than a minute at the beginning. */
    List<RateMeter.Rate> seconds() {
        return List.copyOf(seconds);
    }
}
