package org.byway.testing;

import io.netty.util.concurrent.Ticker;
import java.time.Instant;
import java.time.InstantSource;

/** The time of day of a {@link TestScheduler}; it begins at the epoch. */
public record TestClock(Ticker ticker) implements InstantSource {
    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(ticker.nanoTime() - ticker.initialNanoTime());
    }
}
