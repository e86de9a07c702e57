package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;

/**
 * When something is sent though nothing came: the retransmission timeout (RFC 6298, section 5), the probe for a lost tail
 * (RFC 8985, section 7), the look at what may only be reordered, and the probe of a closed window (RFC 9293, section 3.8.6.1).
 */
final class Retransmitter {
    private static final long MOST_SILENCE = TimeUnit.SECONDS.toNanos(120);
    private static final int MOST_EXPIRIES = 30;
    private static final long ALONE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long IN_COMPANY = TimeUnit.MILLISECONDS.toNanos(5);

    private final TcpHost host;
    private final RoundTrip times;
    private final Sending sending;
    private final Alarm timeout;
    private final Alarm tailProbe;
    private final Alarm reordering;
    private final Alarm windowProbe;
    private long silentSince;
    private int windowProbes;

    /** What it has done when something is due. */
    interface Sending {
        void timedOut(long now);

        void probeTail(long now);

        void lookAgain(long now);

        void probeWindow();

        void giveUp();
    }

    Retransmitter(TcpHost host, RoundTrip times, Sending sending) {
        this.host = host;
        this.times = times;
        this.sending = sending;
        this.timeout = new Alarm(host.loop(), this::expire);
        this.tailProbe = new Alarm(host.loop(), () -> sending.probeTail(host.now()));
        this.reordering = new Alarm(host.loop(), () -> sending.lookAgain(host.now()));
        this.windowProbe = new Alarm(host.loop(), this::probeWindow);
    }

    /** Section 5.1: a segment was sent. */
    void sent(long now) {
        windowProbe.clear();
        if (!timeout.isSet()) {
            silentSince = now;
            timeout.set(now + times.timeout());
        }
    }

    /** Section 5.3: new data was acknowledged; section 5.2 where that was all. */
    void progressed(long now, boolean isAllAcknowledged) {
        silentSince = now;
        if (isAllAcknowledged) {
            timeout.clear();
            tailProbe.clear();
            reordering.clear();
        } else {
            timeout.set(now + times.timeout());
        }
    }

    /** RFC 8985, section 7.2: two round trips after the last segment, longer where only one is out, whose answer may be delayed. */
    void expectTail(long now, boolean isAlone) {
        if (!times.isKnown()) {
            return;
        }
        long wait = 2 * times.smoothed() + (isAlone ? ALONE : IN_COMPANY);
        if (wait < times.timeout()) {
            tailProbe.set(now + wait);
        }
    }

    void expectNoTail() {
        tailProbe.clear();
    }

    void lookAgainIn(long wait, long now) {
        if (wait > 0) {
            reordering.set(now + wait);
        } else {
            reordering.clear();
        }
    }

    private void expire() {
        long now = host.now();
        if (now - silentSince > MOST_SILENCE || times.expiries() > MOST_EXPIRIES) {
            sending.giveUp();
            return;
        }
        times.expired();
        tailProbe.clear();
        reordering.clear();
        sending.timedOut(now);
        timeout.set(now + times.timeout());
    }

    /** Data waits and the window is closed. */
    void windowIsClosed(long now) {
        if (!windowProbe.isSet()) {
            silentSince = windowProbes == 0 ? now : silentSince;
            windowProbe.set(now + Math.min(times.timeout() << Math.min(windowProbes, 16), RoundTrip.LONGEST_TIMEOUT));
        }
    }

    /** The other side is there, whatever its window. */
    void heard(long now) {
        if (windowProbes > 0) {
            silentSince = now;
        }
    }

    void windowIsOpen() {
        windowProbe.clear();
        windowProbes = 0;
    }

    private void probeWindow() {
        if (host.now() - silentSince > MOST_SILENCE) {
            sending.giveUp();
            return;
        }
        windowProbes++;
        sending.probeWindow();
        windowIsClosed(host.now());
    }

    void stop() {
        timeout.stop();
        tailProbe.stop();
        reordering.stop();
        windowProbe.stop();
    }
}
