package org.byway.engine.standing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.Optional;
import org.byway.engine.choice.Candidate;
import org.byway.net.Relay;
import org.jspecify.annotations.Nullable;

/**
 * One stream that is relayed: what it moved between two looks, and whether it stands still in the middle of something
 * (FAILOVER, Evidence). Costs nothing per byte; on its loop.
 */
public final class StandingStream {
    /** Filters stop streams after 15 to 20 KB; FAILOVER: "inside the 12 to 24 KB window". */
    static final long FREEZES_FROM = 12 * 1024;
    static final long FREEZES_UP_TO = 26 * 1024; // with what protocols add to the 24 KB that came through

    /** What protocols need for themselves within those bytes, at most. */
    private static final long OVERHEAD = 2 * 1024;
    private static final Duration STOPPED = Duration.ofMillis(700);
    private static final Duration PACE_WINDOW = Duration.ofSeconds(2);
    private static final long TRICKLE = 2 * 4 * 1024;
    /** Events and chats may crawl for hours; pages that have just begun should not. */
    private static final Duration YOUNG = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofSeconds(15);

    private final Candidate through;
    private final Relay relay;
    private final Channel upstream;
    private final WireCount wire;
    private final Optional<TlsRecords> records;
    private final long begun;
    private long up;
    private long down;
    private long came;
    private long upAt;
    private long downAt;
    private boolean isOwed;
    private long pending;
    private long windowAt;
    private long windowDown;
    private boolean isTrickling;
    private long lastWindow;
    private boolean isAbandoned;

    public StandingStream(Candidate through, Channel upstream, WireCount wire, Relay relay,
            Optional<TlsRecords> records) {
        this.through = through;
        this.upstream = upstream;
        this.wire = wire;
        this.relay = relay;
        this.records = records;
        long now = upstream.eventLoop().ticker().nanoTime();
        begun = now;
        upAt = now;
        downAt = now;
        windowAt = now;
        isOwed = true; // what was said before the relay began
    }

    Candidate through() {
        return through;
    }

    boolean isOpen() {
        return upstream.isActive();
    }

    Channel upstream() {
        return upstream;
    }

    /** Takes in what moved since the last look. */
    void look(long now) {
        long written = relay.up();
        long waiting = pending();
        long received = relay.down();
        if (received != down || wire.bytes() != came) {
            down = received;
            came = wire.bytes();
            downAt = now;
            isOwed = false;
        } else if (written - up > waiting - pending) {
            isOwed = true; // an upload that is still taken is progress: the wait begins anew
            upAt = now;
        }
        up = written;
        pending = waiting;
        if (now - windowAt >= PACE_WINDOW.toNanos()) {
            long moved = down - windowDown;
            isTrickling = moved > 0 && moved < TRICKLE;
            lastWindow = moved;
            windowDown = down;
            windowAt = now;
        }
    }

    /** Took what was sent, and has given nothing for so long. */
    boolean owes(long now, Duration longerThan) {
        return isOwed && !hasEnded() && now - upAt >= longerThan.toNanos();
    }

    /** Stopped where filters stop streams, and may have more to give. */
    boolean hasStopped(long now) {
        return came >= FREEZES_FROM && came <= FREEZES_UP_TO && !hasEnded() && now - downAt >= STOPPED.toNanos()
                && (isHeldBack() || records.map(TlsRecords::isInside).orElse(true));
    }

    /** Stopped in the middle of something. */
    boolean isCut(long now) {
        return hasStopped(now) && (isHeldBack() || records.isPresent());
    }

    /** Ended by the server's side in the middle of something. */
    boolean isBroken() {
        return !isAbandoned && relay.hasUpstreamEnded()
                && (isHeldBack() || records.filter(TlsRecords::isInside).isPresent());
    }

    /** Its end from now on is ours. */
    void abandon() {
        isAbandoned = true;
    }

    /** The protocol waits for the rest of a chunk. */
    private boolean isHeldBack() {
        return came - down > OVERHEAD;
    }

    boolean isTrickling() {
        return isTrickling && !hasEnded() && windowAt - begun < YOUNG.toNanos();
    }

    /** Received in the last window or already in this one, in bytes. */
    long rate() {
        return Math.max(lastWindow, down - windowDown);
    }

    boolean isBeyondFreezing() {
        return came > FREEZES_UP_TO;
    }

    /** From the server so far, in bytes. */
    long came() {
        return came;
    }

    long downAt() {
        return downAt;
    }

    /** Whether it was given anything, and more than a trickle. */
    boolean isServedWithin(Duration time) {
        long now = upstream.eventLoop().ticker().nanoTime();
        look(now);
        return now - downAt < time.toNanos() && !isTrickling();
    }

    boolean isBusy(long now) {
        return now - Math.max(upAt, downAt) < BUSY.toNanos();
    }

    long upAt() {
        return upAt;
    }

    private boolean hasEnded() {
        return ((DuplexChannel) upstream).isInputShutdown();
    }

    /** With what the channel itself needs for each, in bytes. */
    private long pending() {
        @Nullable
        ChannelOutboundBuffer waiting = upstream.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }
}
