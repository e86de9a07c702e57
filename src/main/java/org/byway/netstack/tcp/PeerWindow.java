package org.byway.netstack.tcp;

import org.byway.netstack.wire.TcpSegment;

/** How far the other side takes our stream (RFC 9293, section 3.10.7.4: SND.WND, SND.WL1, SND.WL2). */
final class PeerWindow {
    private final int shift;
    private long edge;
    private long largest;
    private long segmentPosition;
    private long segmentAcknowledged;

    PeerWindow(Negotiated agreed) {
        this.shift = agreed.theirShift();
        this.edge = 1 + agreed.window();
        this.largest = agreed.window();
    }

    /** Position of the first byte that may not be sent yet. */
    long edge() {
        return edge;
    }

    /** The widest that it ever was. */
    long largest() {
        return largest;
    }

    /** Believes the segment unless an older one is meant; whether anything changed. */
    boolean update(TcpSegment segment, long position, long acknowledged) {
        boolean isNewer = position > segmentPosition
                || (position == segmentPosition && acknowledged >= segmentAcknowledged);
        if (!isNewer) {
            return false;
        }
        segmentPosition = position;
        segmentAcknowledged = acknowledged;
        long before = edge;
        long window = (long) segment.window() << shift;
        edge = acknowledged + window;
        largest = Math.max(largest, window);
        return edge != before;
    }
}
