package org.byway.netstack.udp;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.tcp.Alarm;

/**
 * Ends a port over which nothing goes either way: whoever translates addresses on the way has forgotten it by then (RFC 4787,
 * section 4.3), the sooner where it was only for names.
 */
final class IdlePort {
    private static final long USUAL = TimeUnit.SECONDS.toNanos(120);
    private static final long FOR_NAMES = TimeUnit.SECONDS.toNanos(20);
    private static final int DNS = 53;

    private final EventLoop loop;
    private final Alarm alarm;
    private boolean isForNames = true;

    IdlePort(EventLoop loop, Runnable end) {
        this.loop = loop;
        this.alarm = new Alarm(loop, end);
    }

    /** It is open from now on. */
    void begin() {
        alarm.set(loop.ticker().nanoTime() + USUAL);
    }

    /** A datagram went to a port of somebody, or came from there. */
    void used(int port) {
        isForNames &= port == DNS;
        alarm.set(loop.ticker().nanoTime() + (isForNames ? FOR_NAMES : USUAL));
    }

    void stop() {
        alarm.stop();
    }
}
