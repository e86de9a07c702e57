package org.byway.netstack.tcp;

import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;

/**
 * What the handshake has settled.
 *
 * @param ours         our sequence numbers
 * @param theirs       the other side's
 * @param segmentBytes the largest that it takes, options included (RFC 9293, section 3.7.1)
 * @param ourShift     of the windows that we announce, theirShift of those that we read (RFC 7323, section 2)
 * @param clock        of the timestamps, or one that is off (RFC 7323, section 3)
 * @param window       theirs, in bytes, as it was at first
 */
record Negotiated(SequenceSpace ours, SequenceSpace theirs, int segmentBytes, int ourShift, int theirShift,
        boolean hasSack, TimestampClock clock, long window) {
    private static final int LARGEST_SHIFT = 14;
    private static final int DEFAULT_SEGMENT_BYTES_V4 = 536;
    private static final int DEFAULT_SEGMENT_BYTES_V6 = 1220;

    /** From the other side's SYN and what our own offered; every option counts only where both sides sent it. */
    static Negotiated of(TcpSegment syn, SequenceSpace ours, int ourShift, TimestampClock offered, boolean isV6) {
        TcpOptions options = syn.options();
        boolean isScaled = options.windowScale() != TcpOptions.ABSENT;
        int missing = isV6 ? DEFAULT_SEGMENT_BYTES_V6 : DEFAULT_SEGMENT_BYTES_V4;
        int segmentBytes = options.maximumSegmentSize() == TcpOptions.ABSENT
                ? missing
                : Math.max(PathMtu.SMALLEST_SEGMENT, options.maximumSegmentSize());
        return new Negotiated(ours, new SequenceSpace(syn.sequence()), segmentBytes, isScaled ? ourShift : 0,
                isScaled ? Math.min(options.windowScale(), LARGEST_SHIFT) : 0, options.isSackPermitted(),
                offered.agreed(options.timestamps()), syn.window());
    }
}
