package org.byway.netstack.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.byway.netstack.tcp.Reassembly.Range;
import org.byway.netstack.wire.TcpOptions.SackBlock;

/**
 * What the SACK blocks of a segment say of our stream (RFC 2018).
 *
 * @param ranges              that the other side has beyond a gap, in order
 * @param isDuplicateReported whether something came there twice (RFC 2883, section 4)
 */
record SackReport(List<Range> ranges, boolean isDuplicateReported) {
    private static final SackReport NONE = new SackReport(List.of(), false);

    /** Of a segment that acknowledges up to {@code ack}; blocks of what is not {@code underWay} say nothing. */
    static SackReport read(List<SackBlock> blocks, SequenceSpace ours, long ack, Range underWay) {
        if (blocks.isEmpty()) {
            return NONE;
        }
        boolean isDuplicateReported = false;
        List<Range> ranges = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            long left = ours.position(blocks.get(i).left(), underWay.start());
            long right = ours.position(blocks.get(i).right(), underWay.start());
            if (i == 0 && right <= ack && left < right) {
                isDuplicateReported = true;
            } else if (left >= underWay.start() && left < right && right <= underWay.end()) {
                ranges.add(new Range(left, right));
            }
        }
        ranges.sort(Comparator.comparingLong(Range::start));
        return new SackReport(ranges, isDuplicateReported);
    }
}
