package org.byway.netstack.tcp;

import org.byway.netstack.tcp.Reassembly.Range;
import org.byway.netstack.wire.TcpSegment;

/** Reads what the other side has of our stream: takes it off the scoreboard, and measures the round trip by it. */
final class Acknowledgments {
    private final Negotiated agreed;
    private final Scoreboard board;
    private final Recovery recovery;
    private final RoundTrip times;
    private long acknowledged = 1;
    private long deliveredBytes;
    private long sampleSentAt;

    /**
     * What a segment has told.
     *
     * @param isProgress          whether it acknowledges more than any before
     * @param deliveredBytes      of which nothing was known before, selectively acknowledged or not
     * @param isDuplicateReported whether something was sent twice for nothing
     */
    record News(boolean isProgress, long deliveredBytes, boolean isDuplicateReported) {}

    Acknowledgments(Negotiated agreed, Scoreboard board, Recovery recovery, RoundTrip times) {
        this.agreed = agreed;
        this.board = board;
        this.recovery = recovery;
        this.times = times;
    }

    /** Position of the first byte that has not been acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    /** Takes a segment that acknowledges up to {@code ack}, which is at most {@code next}. */
    News take(TcpSegment segment, long ack, long next, long now) {
        deliveredBytes = 0;
        sampleSentAt = -1;
        boolean isProgress = ack > acknowledged;
        if (isProgress) {
            board.acknowledge(ack, sent -> delivered(sent, now));
            acknowledged = ack;
        }
        boolean isDuplicateReported = agreed.hasSack() && takeSack(segment, ack, next, now);
        measure(segment, isProgress, now);
        return new News(isProgress, deliveredBytes, isDuplicateReported);
    }

    private void delivered(SentSegment sent, long now) {
        deliveredBytes += sent.length();
        recovery.delivered(sent, now);
        if (!sent.isRetransmitted()) {
            sampleSentAt = sent.sentAt();
        }
    }

    private boolean takeSack(TcpSegment segment, long ack, long next, long now) {
        SackReport report = SackReport.read(segment.options().sack(), agreed.ours(), ack,
                new Range(acknowledged, next));
        if (report.isDuplicateReported()) {
            recovery.duplicateReported();
        }
        report.ranges().forEach(range -> board.sack(range.start(), range.end(), sent -> delivered(sent, now)));
        return report.isDuplicateReported();
    }

    /** By the newest segment that was sent once, else by the timestamps (RFC 7323, section 4). */
    private void measure(TcpSegment segment, boolean isProgress, long now) {
        if (sampleSentAt != -1) {
            times.measured(now - sampleSentAt, now);
        } else if (isProgress) {
            long age = agreed.clock().age(segment.options());
            if (age >= 0) {
                times.measured(age, now);
            }
        }
    }
}
