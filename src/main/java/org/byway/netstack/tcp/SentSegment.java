package org.byway.netstack.tcp;

/** A segment that is under way: which part of the stream, when it was last sent, and what is known of its fate. */
final class SentSegment {
    private long start;
    private long end;
    private boolean isEndedByFin;
    private long sentAt;
    private Fate fate = Fate.IN_FLIGHT;
    private boolean isRetransmitted;

    /** What is believed to have become of it. */
    enum Fate {
        IN_FLIGHT, SACKED, LOST
    }

    SentSegment(long start, long end, boolean isEndedByFin, long sentAt) {
        this.start = start;
        this.end = end;
        this.isEndedByFin = isEndedByFin;
        this.sentAt = sentAt;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Whether the last position that it takes is the end of the stream rather than a byte. */
    boolean isEndedByFin() {
        return isEndedByFin;
    }

    long sentAt() {
        return sentAt;
    }

    Fate fate() {
        return fate;
    }

    boolean is(Fate asked) {
        return fate == asked;
    }

    boolean isRetransmitted() {
        return isRetransmitted;
    }

    int length() {
        return (int) (end - start);
    }

    int dataLength() {
        return length() - (isEndedByFin ? 1 : 0);
    }

    void becomes(Fate known) {
        fate = known;
    }

    void resent(long now) {
        sentAt = now;
        isRetransmitted = true;
        fate = Fate.IN_FLIGHT;
    }

    /** What comes before has arrived. */
    void trimTo(long position) {
        start = position;
    }

    /** Cuts it in two; the second part is returned. */
    SentSegment splitAt(long position) {
        SentSegment rest = new SentSegment(position, end, isEndedByFin, sentAt);
        rest.fate = fate;
        rest.isRetransmitted = isRetransmitted;
        end = position;
        isEndedByFin = false;
        return rest;
    }
}
