package org.byway.netstack.tcp;

/**
 * How much data a segment carries: what the other side takes and the path is known to pass, and less where full segments seem
 * to vanish (RFC 2923, section 2.1).
 */
final class SegmentSize {
    private static final int TIMESTAMP_BYTES = 12;
    private static final int TIMEOUTS_TO_SUSPECT_A_HOLE = 2;

    private final TcpHost host;
    private final TcpFlow flow;
    private final Negotiated agreed;
    private int bytes;
    private long firstExpiry;
    private boolean isHoleLikely;

    SegmentSize(TcpHost host, TcpFlow flow, Negotiated agreed) {
        this.host = host;
        this.flow = flow;
        this.agreed = agreed;
        this.bytes = allowed();
    }

    /** What fits a segment beside its options. */
    int bytes() {
        return bytes;
    }

    private int allowed() {
        int most = Math.min(agreed.segmentBytes(), host.paths().segmentBytes(flow.route()));
        return Math.max(PathMtu.SMALLEST_SEGMENT, most - (agreed.clock().isOn() ? TIMESTAMP_BYTES : 0));
    }

    /** A router has spoken; whether segments are smaller from now on. */
    boolean narrow() {
        int told = allowed();
        if (told >= bytes) {
            return false;
        }
        bytes = told;
        return true;
    }

    /** Nothing came back in time, for the so-manieth time, of which the first was so long; whether segments are smaller from now on. */
    boolean timedOut(int expiries, int firstLength, long now) {
        if (expiries == 1) {
            firstExpiry = now;
        }
        if (expiries != TIMEOUTS_TO_SUSPECT_A_HOLE || Math.min(bytes, firstLength) <= PathMtu.CAREFUL_SEGMENT) {
            return false;
        }
        isHoleLikely = host.heardAt() - firstExpiry > 0; // else it may be the whole path that is away
        bytes = PathMtu.CAREFUL_SEGMENT;
        return true;
    }

    /** Something new was acknowledged after so many timeouts. */
    void progressed(int expiries) {
        if (isHoleLikely && expiries > 0) {
            host.paths().holeSeen();
        }
        isHoleLikely = false;
    }
}
