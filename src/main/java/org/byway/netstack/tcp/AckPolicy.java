package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;

/** When what came is acknowledged (RFC 9293, section 3.8.6.3; RFC 5681, section 4.2). */
final class AckPolicy {
    static final long LONGEST_DELAY = TimeUnit.MILLISECONDS.toNanos(40);

    private static final int AT_ONCE_AT_FIRST = 16;

    private int atOnceLeft = AT_ONCE_AT_FIRST;
    private long unacknowledged;
    private boolean isDue;
    private boolean isOwed;

    /** Data came in order; the sender's slow start lives on quick answers. */
    void dataCame(int bytes, int segmentBytes) {
        isOwed = true;
        unacknowledged += bytes;
        if (atOnceLeft > 0) {
            atOnceLeft--;
            isDue = true;
        }
        isDue |= unacknowledged >= 2L * segmentBytes;
    }

    /** Something that the other side should hear of now: a gap, a gap that is filled, an end. */
    void answerNow() {
        isOwed = true;
        isDue = true;
    }

    boolean isDue() {
        return isDue;
    }

    /** Whether something waits for an acknowledgment, at the latest after {@link #LONGEST_DELAY}. */
    boolean isOwed() {
        return isOwed;
    }

    void acknowledged() {
        unacknowledged = 0;
        isDue = false;
        isOwed = false;
    }
}
