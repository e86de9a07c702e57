package org.byway.netstack.tcp;

import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpOptions.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps of one connection (RFC 7323, sections 3 and 5): ours in milliseconds from a random beginning, and the last
 * of the other side.
 */
final class TimestampClock {
    /** Section 5.5: what was heard longer ago than this says nothing. */
    private static final long OUTDATED = TimeUnit.DAYS.toNanos(24);

    private final Ticker ticker;
    private final int offset;
    private boolean isOn;
    private int recent;
    private long recentAt;

    TimestampClock(Ticker ticker, int offset) {
        this.ticker = ticker;
        this.offset = offset;
    }

    /** The same, on where the other side's SYN had the option. */
    TimestampClock agreed(@Nullable Timestamps theirs) {
        isOn = theirs != null;
        if (theirs != null) {
            recent = theirs.value();
            recentAt = ticker.nanoTime();
        }
        return this;
    }

    boolean isOn() {
        return isOn;
    }

    int now() {
        return offset + (int) TimeUnit.NANOSECONDS.toMillis(ticker.nanoTime() - ticker.initialNanoTime());
    }

    /** What our SYN offers. */
    Timestamps offer() {
        return new Timestamps(now(), 0);
    }

    /** For a segment of ours, or {@code null} where it has none. */
    @Nullable
    Timestamps stamp() {
        return isOn ? new Timestamps(now(), recent) : null;
    }

    /** Section 5.3, R1: an old duplicate of a time when the same sequence numbers meant other bytes. */
    boolean isOutdated(TcpOptions options) {
        return isOn && options.timestamps() != null && options.timestamps().value() - recent < 0
                && ticker.nanoTime() - recentAt < OUTDATED;
    }

    /** Section 4.3: of a segment that begins at or before what was last acknowledged. */
    void heard(TcpOptions options) {
        if (isOn && options.timestamps() != null) {
            recent = options.timestamps().value();
            recentAt = ticker.nanoTime();
        }
    }

    /** How long ago we sent what the other side echoes, in nanoseconds, or -1 where it says nothing. */
    long age(TcpOptions options) {
        if (!isOn || options.timestamps() == null || options.timestamps().echo() == 0) {
            return -1;
        }
        return TimeUnit.MILLISECONDS.toNanos(Math.max(-1, now() - options.timestamps().echo()));
    }
}
