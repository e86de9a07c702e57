package org.byway.testing;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Event loops whose time passes only when a test says so; everything runs on the test's thread. */
public final class TestScheduler implements AutoCloseable {
    private static final int MOST_ROUNDS = 100_000;

    private final MockTicker ticker = Ticker.newMockTicker();
    private final List<EmbeddedDuplex> channels = new ArrayList<>();
    private final EmbeddedDuplex own = channel();

    /** A loop without sockets, for whatever wants an executor. */
    public EventLoop loop() {
        return own.eventLoop();
    }

    public TestClock clock() {
        return new TestClock(ticker);
    }

    /** A new channel in this time, with a loop of its own. */
    public EmbeddedDuplex channel() {
        EmbeddedDuplex channel = new EmbeddedDuplex(ticker);
        channels.add(channel);
        return channel;
    }

    /** Runs what is due now. */
    public void run() {
        int round = 0;
        do {
            runOnce();
            if (++round > MOST_ROUNDS) {
                throw new AssertionError("tasks that follow each other without end");
            }
        } while (channels.stream().anyMatch(EmbeddedDuplex::hasPendingTasks));
    }

    /** Lets time pass, from one due task to the next. */
    public void advance(Duration by) {
        run();
        long left = by.toNanos();
        while (left > 0) {
            long step = Math.min(left, Math.max(1, runOnce()));
            ticker.advance(step, TimeUnit.NANOSECONDS);
            left -= step;
            run();
        }
    }

    /** Closes every channel and releases what nobody took out of it. */
    @Override
    public void close() {
        channels.forEach(EmbeddedDuplex::finishAndReleaseAll);
    }

    /** The time up to the next task that is not yet due, or the longest possible where there is none. */
    private long runOnce() {
        for (EmbeddedDuplex channel : List.copyOf(channels)) {
            channel.runPendingTasks();
        }
        return List.copyOf(channels).stream().mapToLong(EmbeddedDuplex::runScheduledPendingTasks)
                .filter(delay -> delay >= 0).min().orElse(Long.MAX_VALUE);
    }
}
