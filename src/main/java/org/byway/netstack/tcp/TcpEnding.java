package org.byway.netstack.tcp;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connection and how it comes to its end: in order (RFC 9293, section 3.6), by a limit in time, or cut; and who
 * uses it meanwhile.
 */
final class TcpEnding {
    private static final long TIME_WAIT = TimeUnit.SECONDS.toNanos(10);
    /** For the other side to finish once nobody reads any more. */
    private static final long ORPHAN = TimeUnit.SECONDS.toNanos(60);

    private final TcpHost host;
    private final TcpReceiver receiver;
    private final Parts parts;
    private final Alarm limit;
    private TcpState state = TcpState.ESTABLISHED;
    private @Nullable StreamUser user;

    /** What the connection does with the rest of itself. */
    interface Parts {
        /** Only old segments are answered from now on. */
        void rest();

        /** Nothing is sent or waited for any more; the flow is free. */
        void stop();
    }

    TcpEnding(TcpHost host, TcpReceiver receiver, Parts parts) {
        this.host = host;
        this.receiver = receiver;
        this.parts = parts;
        this.limit = new Alarm(host.loop(), this::vanish);
    }

    TcpState state() {
        return state;
    }

    boolean isClosed() {
        return state == TcpState.CLOSED;
    }

    void usedBy(StreamUser reader) {
        user = reader;
    }

    /** Whether somebody may still want what comes. */
    boolean isUsed() {
        return user != null;
    }

    /** The user sees what has come; whether the connection goes on. */
    boolean hasUserTurn() {
        if (user != null && !isClosed()) {
            user.turned();
        }
        return !isClosed();
    }

    void finSent() {
        enter(state.finSent());
    }

    void finAcknowledged() {
        enter(state.finAcknowledged());
    }

    void finReceived() {
        enter(state.finReceived());
    }

    private void enter(TcpState next) {
        if (next == state) {
            return;
        }
        state = next;
        if (next == TcpState.TIME_WAIT) {
            parts.rest();
            limit.set(host.now() + TIME_WAIT);
        } else if (next == TcpState.CLOSED) {
            leave();
        }
    }

    /** The other side sent its FIN again: it did not hear our answer (RFC 9293, section 3.10.7.4, eighth check). */
    void finCameAgain() {
        if (state == TcpState.TIME_WAIT) {
            limit.set(host.now() + TIME_WAIT);
        }
    }

    /** Nobody reads or writes any more. */
    void leftAlone() {
        user = null;
        if (isClosed()) {
            receiver.close();
        }
    }

    /** The other side has so long to finish. */
    void limit() {
        limit.set(host.now() + ORPHAN);
    }

    /** Where everything was said already it changes nothing: an old segment may have met a flow that is gone (RFC 1337). */
    void reset() {
        if (state == TcpState.LAST_ACK || state == TcpState.CLOSING) {
            vanish();
        } else if (state != TcpState.TIME_WAIT) {
            cut(new SocketException("the other side reset the connection"));
        }
    }

    void cut(IOException why) {
        state = TcpState.CLOSED;
        receiver.cut();
        stop();
        if (user != null) {
            user.cut(why);
        } else {
            receiver.close();
        }
    }

    /** Ends without a word. */
    void vanish() {
        state = TcpState.CLOSED;
        leave();
    }

    /** Ended in order, or forgotten: where it is still used, what came can be read to its end. */
    private void leave() {
        stop();
        if (user == null) {
            receiver.close();
        } else {
            user.turned();
        }
    }

    private void stop() {
        limit.stop();
        parts.stop();
    }
}
