package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions.SackBlock;
import org.byway.netstack.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/** The receiving half of a connection: puts what arrives in order and says when it is to be acknowledged. */
final class TcpReceiver {
    /** What every path passes (RFC 9293, section 3.7.1). */
    static final int SMALL_SEGMENT = 536;

    /** Beside timestamps there is room for three (RFC 2018, section 3). */
    private static final int MOST_SACK_BLOCKS = 3;
    private static final long NO_END = Long.MAX_VALUE;

    private final Negotiated agreed;
    private final ReceiveWindow window;
    private final Reassembly reassembly = new Reassembly();
    private final ReceiveQueue queue = new ReceiveQueue();
    private final AckPolicy acks = new AckPolicy();
    private long end = NO_END;
    private Reassembly.@Nullable Range duplicate;
    private int largestSegment;

    TcpReceiver(Negotiated agreed, ReceiveBudget budget) {
        this.agreed = agreed;
        this.window = new ReceiveWindow(budget, agreed.ourShift());
        window.open(0, agreed.segmentBytes());
    }

    ReceiveWindow window() {
        return window;
    }

    AckPolicy acks() {
        return acks;
    }

    /** Whether a gap is before something that has come. */
    boolean hasGap() {
        return !reassembly.isEmpty();
    }

    /** The most data that came in one segment. */
    int largestSegment() {
        return largestSegment;
    }

    /** Whether the other side may send a full segment. */
    boolean hasRoom() {
        return window.edge() - window.next() >= Math.max(SMALL_SEGMENT, largestSegment);
    }

    int unread() {
        return queue.bytes();
    }

    /** Whether everything up to the other side's FIN has come. */
    boolean isEnded() {
        return window.next() > end;
    }

    /** Takes the data of a segment that is in the window. */
    void take(TcpSegment segment, long position) {
        ByteBuf data = segment.payload();
        int length = data.readableBytes();
        largestSegment = Math.max(largestSegment, length);
        if (segment.has(TcpFlags.FIN)) {
            end = Math.min(end, position + length);
        }
        long from = Math.max(position, window.next());
        long until = Math.min(position + length, Math.min(window.edge(), end));
        cameTwice(position, length);
        if (from < until) {
            ByteBuf fresh = data.slice(data.readerIndex() + (int) (from - position), (int) (until - from));
            place(from, fresh);
        }
        takeEnd();
    }

    /** Notes what of a segment had come before, for the sender to hear of. */
    void cameTwice(long position, int length) {
        duplicate = position < window.next() && length > 0
                ? new Reassembly.Range(position, Math.min(position + length, window.next()))
                : null;
        if (duplicate != null) {
            acks.answerEach();
        }
    }

    private void place(long from, ByteBuf fresh) {
        if (from > window.next()) {
            reassembly.keep(from, fresh, window.capacity());
            acks.answerEach();
            return;
        }
        if (!reassembly.isEmpty()) {
            acks.answerEach();
        }
        long until = from + fresh.readableBytes();
        while (window.next() < until) {
            long gap = Math.min(until, reassembly.firstStart());
            if (window.next() < gap) {
                deliver(fresh.retainedSlice((int) (window.next() - from), (int) (gap - window.next())));
            }
            deliverKept();
        }
    }

    private void deliverKept() {
        for (ByteBuf piece = reassembly.poll(window.next()); piece != null; piece = reassembly.poll(window.next())) {
            deliver(piece);
        }
    }

    private void deliver(ByteBuf bytes) {
        acks.dataCame(bytes.readableBytes(), Math.max(SMALL_SEGMENT, largestSegment));
        window.advance(bytes.readableBytes());
        queue.add(bytes);
    }

    private void takeEnd() {
        if (window.next() == end) {
            window.advance(1);
            acks.answerNow();
        }
    }

    /** The next bytes in order, which the caller releases. */
    @Nullable
    ByteBuf poll() {
        return queue.poll();
    }

    /** What lies beyond the gap, and first what came twice (RFC 2883). */
    List<SackBlock> sackBlocks() {
        if (!agreed.hasSack() || (duplicate == null && reassembly.isEmpty())) {
            return List.of();
        }
        List<Reassembly.Range> ranges = reassembly.newest(duplicate == null ? MOST_SACK_BLOCKS : MOST_SACK_BLOCKS - 1);
        List<SackBlock> blocks = new ArrayList<>();
        if (duplicate != null) {
            blocks.add(block(duplicate));
            duplicate = null;
        }
        ranges.forEach(range -> blocks.add(block(range)));
        return blocks;
    }

    private SackBlock block(Reassembly.Range range) {
        return new SackBlock(agreed.theirs().number(range.start()), agreed.theirs().number(range.end()));
    }

    /** Releases what was not read. */
    void close() {
        queue.clear();
        reassembly.clear();
        window.close();
    }

    /** Releases what cannot be read any more because of a gap; the rest may still be. */
    void cut() {
        reassembly.clear();
    }
}
