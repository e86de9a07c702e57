package org.byway.netstack.tcp;

import org.byway.netstack.tcp.SentSegment.Fate;

/**
 * Whether something was lost, and what of it is being made good: by RACK where the other side says what it has (RFC 8985),
 * by duplicate acknowledgments where it does not (RFC 6582). The congestion window shrinks once for each window of data.
 */
final class Recovery {
    private static final int DUPLICATES = 3;

    private final Scoreboard board;
    private final RoundTrip times;
    private final Congestion congestion;
    private final Rack rack = new Rack();
    private final boolean hasSack;
    private Phase phase = Phase.OPEN;
    private long point;
    private int duplicates;

    /** What the window is doing. */
    private enum Phase {
        OPEN, FAST, AFTER_TIMEOUT
    }

    Recovery(Scoreboard board, RoundTrip times, Congestion congestion, boolean hasSack) {
        this.board = board;
        this.times = times;
        this.congestion = congestion;
        this.hasSack = hasSack;
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    boolean isAfterTimeout() {
        return phase == Phase.AFTER_TIMEOUT;
    }

    /** Whether what is acknowledged makes the window grow. */
    boolean lets() {
        return phase != Phase.FAST;
    }

    void delivered(SentSegment sent, long now) {
        rack.delivered(sent, now, times);
    }

    void duplicateReported() {
        rack.duplicateReported();
    }

    /** Without SACK each duplicate says that one more segment has left the network (RFC 5681, section 3.2, step 4). */
    long hidden(int segmentBytes) {
        return hasSack ? 0 : Math.min((long) duplicates * segmentBytes, board.inFlight());
    }

    void duplicateAcknowledgment() {
        duplicates += hasSack ? 0 : 1;
    }

    /** Everything before the position has arrived; {@code next} is where new data begins. */
    void progressed(long position) {
        duplicates = 0;
        if (!board.isEmpty() && board.get(0).is(Fate.SACKED)) {
            board.forgetSacked(); // what it had said to have, it threw away (RFC 2018, section 8)
        }
        if (phase != Phase.OPEN && position >= point) {
            phase = Phase.OPEN;
        } else if (phase == Phase.FAST && !hasSack && !board.isEmpty() && board.get(0).is(Fate.IN_FLIGHT)) {
            board.markLost(board.get(0)); // RFC 6582, section 3.2, step 5: a partial acknowledgment
        }
    }

    /** Marks what is lost; how long until more may be, or 0. */
    long detect(long now, long next) {
        long wait = 0;
        if (hasSack) {
            wait = rack.detect(board, now, phase != Phase.OPEN, times);
        } else if (duplicates >= DUPLICATES && phase == Phase.OPEN && !board.isEmpty()
                && board.get(0).is(Fate.IN_FLIGHT)) {
            board.markLost(board.get(0));
        }
        if (phase == Phase.OPEN && board.hasLost()) {
            phase = Phase.FAST;
            point = next;
            congestion.lost(now);
        }
        return wait;
    }

    /** Nothing came back in time (RFC 6298, section 5; RFC 5681, section 3.1). */
    void timedOut(long next) {
        if (phase != Phase.AFTER_TIMEOUT) {
            congestion.timedOut(board.inFlight());
        }
        board.markAllLost();
        phase = Phase.AFTER_TIMEOUT;
        point = next;
        duplicates = 0;
    }

    /** What was sent first has arrived after all (RFC 3522, section 3.2): only the answer was late. */
    void undo() {
        board.believeNoneLost();
        congestion.undoTimeout();
        phase = Phase.OPEN;
    }
}
