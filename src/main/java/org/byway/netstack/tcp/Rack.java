package org.byway.netstack.tcp;

import org.byway.netstack.tcp.SentSegment.Fate;

/**
 * Finds what was lost by time (RFC 8985, section 6): a segment is, when one that was sent sufficiently later has arrived.
 * It sees lost retransmissions as well, which counting duplicates does not.
 */
final class Rack {
    /** RFC 8985, section 7.2: DupThresh. */
    private static final int DUPLICATES = 3;
    private static final int LARGEST_MULTIPLIER = 16;

    private long sentAt;
    private long end;
    private long roundTrip;
    private long furthest;
    private boolean isReorderingSeen;
    private int windowMultiplier = 1;
    private boolean isAnythingDelivered;

    /** Section 6.2, steps 1 to 3. */
    void delivered(SentSegment sent, long now, RoundTrip times) {
        if (sent.end() > furthest) {
            furthest = sent.end();
        } else if (!sent.isRetransmitted()) {
            isReorderingSeen = true;
        }
        long took = now - sent.sentAt();
        if (sent.isRetransmitted() && took < times.minimum()) {
            return; // it was the first copy that arrived
        }
        if (!isAnythingDelivered || isAfter(sent.sentAt(), sent.end(), sentAt, end)) {
            isAnythingDelivered = true;
            sentAt = sent.sentAt();
            end = sent.end();
            roundTrip = took;
        }
    }

    /** The other side reported a copy that it had already: we were too quick (section 6.2, step 4). */
    void duplicateReported() {
        isReorderingSeen = true;
        windowMultiplier = Math.min(windowMultiplier + 1, LARGEST_MULTIPLIER);
    }

    /** Section 6.2, step 5: marks what is lost; how long until the next may be, or 0 where none is in doubt. */
    long detect(Scoreboard board, long now, boolean isRecovering, RoundTrip times) {
        if (!isAnythingDelivered) {
            return 0;
        }
        long patience = roundTrip + reorderingWindow(board, isRecovering, times);
        long wait = 0;
        for (int i = 0; i < board.size(); i++) {
            SentSegment sent = board.get(i);
            boolean isOlder = isAfter(sentAt, end, sent.sentAt(), sent.end());
            if (!isOlder && !sent.isRetransmitted()) {
                break; // what follows it was sent later still
            }
            if (isOlder && sent.is(Fate.IN_FLIGHT)) {
                long left = sent.sentAt() + patience - now;
                if (left <= 0) {
                    board.markLost(sent);
                } else {
                    wait = Math.max(wait, left);
                }
            }
        }
        return wait;
    }

    private long reorderingWindow(Scoreboard board, boolean isRecovering, RoundTrip times) {
        if (!isReorderingSeen && (isRecovering || board.sacked() >= DUPLICATES)) {
            return 0;
        }
        return Math.min(times.minimum() / 4 * windowMultiplier, times.smoothed());
    }

    private static boolean isAfter(long time, long position, long otherTime, long otherPosition) {
        return time - otherTime > 0 || (time == otherTime && position > otherPosition);
    }
}
