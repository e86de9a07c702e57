package org.byway.engine.network;

import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time that no change of the computer's clock moves: monotonic, with sleep added where it was found. Any thread. */
public final class SteadyClock implements InstantSource {
    private final Ticker ticker;
    private final Instant begun;
    private final long begunAt;
    private volatile Duration slept = Duration.ZERO;

    public SteadyClock(InstantSource wall, Ticker ticker) {
        this.ticker = ticker;
        this.begun = wall.instant();
        this.begunAt = ticker.nanoTime();
    }

    @Override
    public Instant instant() {
        return begun.plusNanos(ticker.nanoTime() - begunAt).plus(slept);
    }

    /** One thread calls this. */
    void slept(Duration more) {
        slept = slept.plus(more);
    }
}
