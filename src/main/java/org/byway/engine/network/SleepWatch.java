package org.byway.engine.network;

import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells that this computer slept from a clock that was changed.
 *
 * <p>A tick that is more than 5 s late by the wall clock, and not by the monotonic one, is both: on Linux and macOS the
 * monotonic clock stands still in sleep. So it is only a reason to ask the system how long it has really been running, which
 * counts sleep and no change of the clock; sleep is what that has gained on the monotonic clock. Where the monotonic clock
 * counts sleep itself (Windows), or the process was stopped, the tick is late by both clocks, and that is enough. A system
 * that cannot be asked leaves a changed clock and sleep alike, and then nothing changes: verdicts would be lost by each
 * correction of the clock, while sleep shows in the traffic as well. Engine thread.
 */
final class SleepWatch {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(5);

    private final InstantSource wall;
    private final Ticker ticker;
    private Instant tickedByWall;
    private long ticked;
    private long looked;
    private Optional<Duration> running = Optional.empty();
    private boolean stoodStill;

    SleepWatch(InstantSource wall, Ticker ticker) {
        this.wall = wall;
        this.ticker = ticker;
        tickedByWall = wall.instant();
        ticked = ticker.nanoTime();
        looked = ticked;
    }

    /** Once a second; true where the system has to be asked. */
    boolean isSuspicious() {
        Duration byWall = Duration.between(tickedByWall, wall.instant());
        stoodStill |= isLate(since(ticked).minus(TICK));
        tickedByWall = wall.instant();
        ticked = ticker.nanoTime();
        return stoodStill || isLate(byWall.minus(TICK));
    }

    /**
     * What the computer slept since the last time, as far as the monotonic clock did not count it; absent where it was awake.
     *
     * @param sinceBoot what the system says now
     */
    Optional<Duration> slept(Optional<Duration> sinceBoot) {
        Duration awake = since(looked);
        Duration gained = running.flatMap(before -> sinceBoot.map(now -> now.minus(before).minus(awake)))
                .orElse(Duration.ZERO);
        boolean hasSlept = stoodStill || isLate(gained);
        looked = ticker.nanoTime();
        running = sinceBoot;
        stoodStill = false;
        return hasSlept ? Optional.of(isLate(gained) ? gained : Duration.ZERO) : Optional.empty();
    }

    private Duration since(long moment) {
        return Duration.ofNanos(ticker.nanoTime() - moment);
    }

    private static boolean isLate(Duration by) {
        return by.compareTo(LATE) > 0;
    }
}
