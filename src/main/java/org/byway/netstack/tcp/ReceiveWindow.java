package org.byway.netstack.tcp;

/**
 * Which part of the other side's stream we take: from the next position in order to an edge that never moves back, behind a
 * capacity that grows where the reader is faster than it (RFC 9293, section 3.8.6.2.2).
 */
final class ReceiveWindow {
    /** What a SYN can announce, whose window is not scaled (RFC 7323, section 2.2). */
    static final int FIRST = 65_535;
    static final int SHIFT = 7;

    private static final int INITIAL = 256 * 1024;
    private static final int SCARCE = 64 * 1024;
    private static final int LARGEST = FIRST << SHIFT;

    private final ReceiveBudget budget;
    private final int shift;
    private int capacity;
    private int taken;
    private long next = 1;
    private long edge = 1 + FIRST;
    private long announced = 1 + FIRST;
    private long readSinceRound;
    private long roundBegun;

    ReceiveWindow(ReceiveBudget budget, int shift) {
        this.budget = budget;
        this.shift = shift;
        boolean isRoom = shift > 0 && budget.take(INITIAL);
        this.capacity = isRoom ? INITIAL : SCARCE;
        this.taken = isRoom ? INITIAL : 0;
    }

    /** Position of the first byte that is missing. */
    long next() {
        return next;
    }

    int capacity() {
        return capacity;
    }

    long edge() {
        return edge;
    }

    /** What came in order moves it on. */
    void advance(long bytes) {
        next += bytes;
    }

    /** RFC 9293, section 3.10.7.4, first check: whether any part of a segment is inside; of one who has filled it, acknowledgments too. */
    boolean accepts(long position, int length) {
        if (length == 0) {
            return position == next || (position > next && position <= edge);
        }
        return position < edge && position + length > next;
    }

    /** Moves the edge on by what was read, but not by a little (RFC 9293, section 3.8.6.2.2: silly window syndrome). */
    void open(int unread, int segmentBytes) {
        long wanted = next + Math.max(0, capacity - unread);
        if (wanted - edge >= Math.min(segmentBytes, capacity / 2)) {
            edge = wanted;
        }
    }

    /** Whether the other side should hear of the edge even without data to acknowledge. */
    boolean isWorthAnUpdate(int segmentBytes) {
        return edge - announced >= Math.min(2L * segmentBytes, capacity / 2);
    }

    /** The field of a header; the other side is held to be told. */
    int announce() {
        announced = edge;
        return (int) Math.min(FIRST, (edge - next) >> shift);
    }

    /** The reader took so much: where that was more than half in one round trip, the window is what limits it. */
    void read(long bytes, long now, long roundTrip) {
        readSinceRound += bytes;
        if (now - roundBegun < roundTrip) {
            return;
        }
        if (readSinceRound > capacity / 2 && now - roundBegun < 2 * roundTrip) {
            grow();
        }
        readSinceRound = 0;
        roundBegun = now;
    }

    private void grow() {
        int more = Math.min(capacity, LARGEST - capacity);
        if (shift > 0 && more > 0 && budget.take(more)) {
            capacity += more;
            taken += more;
        }
    }

    /** Nothing is taken any more. */
    void close() {
        budget.giveBack(taken);
        taken = 0;
    }
}
