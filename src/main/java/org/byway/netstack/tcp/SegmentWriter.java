package org.byway.netstack.tcp;

import org.byway.netstack.wire.TcpFlags;

/** Makes segments of the send buffer: new ones in order, the FIN with the last, and again what was sent already. */
final class SegmentWriter {
    private final TcpOutput output;
    private final PeerWindow window;
    private final Scoreboard board;
    private final Runnable finSent;
    private final SendBuffer buffer = new SendBuffer();
    private long next = 1;
    private boolean isEnding;
    private boolean isFinSent;

    /** @param finSent is run once the FIN has left */
    SegmentWriter(TcpOutput output, PeerWindow window, Scoreboard board, Runnable finSent) {
        this.output = output;
        this.window = window;
        this.board = board;
        this.finSent = finSent;
    }

    SendBuffer buffer() {
        return buffer;
    }

    /** Position of what is sent next. */
    long next() {
        return next;
    }

    boolean isFinSent() {
        return isFinSent;
    }

    /** Nothing more will be written: the FIN follows the data. */
    void end() {
        isEnding = true;
    }

    boolean hasNewData() {
        return next < buffer.end();
    }

    boolean hasUnsent() {
        return hasNewData() || (isEnding && !isFinSent);
    }

    /** One segment of at most so much new data, if there is any and the other side takes it. */
    boolean sendNew(int longest, long now) {
        long ready = Math.max(0, buffer.end() - next);
        long room = window.edge() - next;
        int length = (int) Math.max(0, Math.min(longest, Math.min(ready, room)));
        boolean isSilly = length < longest && length < ready && !board.isEmpty() && length < window.largest() / 2;
        boolean isLast = isEnding && !isFinSent && length == ready && room > length;
        if (isFinSent || isSilly || (length == 0 && !isLast)) {
            return false;
        }
        SentSegment fresh = new SentSegment(next, next + length + (isLast ? 1 : 0), isLast, now);
        emit(fresh, length == ready);
        board.add(fresh);
        next = fresh.end();
        if (isLast) {
            isFinSent = true;
            finSent.run();
        }
        return true;
    }

    void sendAgain(SentSegment again, long now) {
        board.resent(again, now);
        emit(again, false);
    }

    private void emit(SentSegment sent, boolean isLastOfBurst) {
        int flags = (sent.isEndedByFin() ? TcpFlags.FIN : 0) | (isLastOfBurst ? TcpFlags.PSH : 0);
        output.send(sent.start(), buffer.piece(sent.start(), sent.dataLength()), flags);
    }
}
