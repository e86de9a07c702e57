package org.byway.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.byway.net.TrafficMeter.Traffic;

/** Bytes per second over the last few seconds, from sums that are looked at once a second. */
final class RateMeter {
    /** Over several looks, since the sums themselves change once a second and the two clocks drift. */
    private static final int LOOKS = 4;

    private final InstantSource clock;
    private final Deque<Sample> samples = new ArrayDeque<>();

    RateMeter(InstantSource clock) {
        this.clock = clock;
    }

    void look(Traffic sums) {
        Sample last = samples.peekLast();
        if (last != null && (sums.up() < last.up || sums.down() < last.down)) {
            samples.clear(); // the engine started anew and counts from zero
        }
        samples.addLast(new Sample(clock.instant(), sums.up(), sums.down()));
        if (samples.size() > LOOKS) {
            samples.removeFirst();
        }
    }

    Rate rate() {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null) {
            return Rate.NONE;
        }
        long millis = Duration.between(first.at, last.at).toMillis();
        return millis <= 0
                ? Rate.NONE
                : new Rate((last.up - first.up) * 1000 / millis, (last.down - first.down) * 1000 / millis);
    }

    /** Bytes per second. */
    record Rate(long up, long down) {
        static final Rate NONE = new Rate(0, 0);
    }

    private record Sample(Instant at, long up, long down) {}
}
