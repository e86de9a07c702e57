package org.byway.netstack.tcp;

import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpSegment;

/**
 * The first checks of a segment that arrives (RFC 9293, section 3.10.7.4): sequence number, RST, SYN and ACK, and what RFC 5961
 * makes of them. It decides and does nothing.
 */
final class SegmentCheck {
    private final TimestampClock clock;
    private final ReceiveWindow window;

    /** What is to become of it. */
    enum Verdict {
        /** its acknowledgment and data are taken */
        TAKEN,
        /** nothing */
        DROPPED,
        /** dropped, and the other side is told what we have */
        OUT_OF_WINDOW,
        /** dropped; had it been meant, the other side would be asked to show that it knows our window */
        CHALLENGED,
        /** it ends the connection */
        RESET
    }

    SegmentCheck(TimestampClock clock, ReceiveWindow window) {
        this.clock = clock;
        this.window = window;
    }

    Verdict verdict(TcpSegment segment, long position) {
        boolean isReset = segment.has(TcpFlags.RST);
        boolean isOutdated = !isReset && clock.isOutdated(segment.options());
        if (isOutdated || !window.accepts(position, segment.sequenceLength())) {
            return isReset ? Verdict.DROPPED : Verdict.OUT_OF_WINDOW;
        }
        if (isReset && position == window.next()) {
            return Verdict.RESET;
        }
        if (isReset || segment.has(TcpFlags.SYN)) {
            return Verdict.CHALLENGED;
        }
        return segment.has(TcpFlags.ACK) ? Verdict.TAKEN : Verdict.DROPPED;
    }
}
