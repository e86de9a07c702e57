package org.byway.inbound;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the programs' connections against the most that are served. Any thread. */
final class ConnectionLimit {
    /** So many more are taken to be told so in their own protocol; what comes on top has no answer worth its cost. */
    static final int TURNED_AWAY = 256;

    /** What becomes of a connection. */
    enum Admission {
        SERVED, TURNED_AWAY, DROPPED
    }

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionLimit(int most) {
        this.most = most;
    }

    /** Counts until the channel is closed. */
    Admission admit(Channel client) {
        int now = open.incrementAndGet();
        client.closeFuture().addListener(closed -> open.decrementAndGet());
        if (now <= most) {
            return Admission.SERVED;
        }
        return now <= most + TURNED_AWAY ? Admission.TURNED_AWAY : Admission.DROPPED;
    }
}
