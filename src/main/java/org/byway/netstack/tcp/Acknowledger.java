package org.byway.netstack.tcp;

/** Has the other side told what we have: at once, or after the delay that an acknowledgment may have. */
final class Acknowledger {
    private final TcpHost host;
    private final TcpReceiver receiver;
    private final Runnable send;
    private final Alarm delayed;

    /** @param send writes a segment that carries nothing else */
    Acknowledger(TcpHost host, TcpReceiver receiver, Runnable send) {
        this.host = host;
        this.receiver = receiver;
        this.send = send;
        this.delayed = new Alarm(host.loop(), this::acknowledge);
    }

    void acknowledge() {
        delayed.clear();
        send.run();
    }

    /** Answers what may be a stranger's, only so often (RFC 5961, section 7). */
    void challenge() {
        if (host.mayChallenge()) {
            acknowledge();
        }
    }

    /** Everything that was at hand has been taken, and data that was ready has gone out with what there was to say. */
    void turned(int segmentBytes) {
        AckPolicy acks = receiver.acks();
        if (acks.isDue() || receiver.window().isWorthAnUpdate(segmentBytes)) {
            acknowledge();
        } else if (!acks.isOwed()) {
            delayed.clear();
        } else if (!delayed.isSet()) {
            delayed.set(host.now() + AckPolicy.LONGEST_DELAY);
        }
    }

    void stop() {
        delayed.stop();
    }
}
