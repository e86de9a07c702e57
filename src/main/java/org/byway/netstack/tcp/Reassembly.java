package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived beyond a gap, as islands in the order of the stream; of bytes that come twice the first are kept. Bounded
 * by the receive window, and in its number of pieces.
 */
final class Reassembly {
    /** So that a window of tiny segments costs no more than a window of full ones. */
    private static final int FEWEST_BYTES_A_PIECE = 256;
    private static final int SOME_PIECES = 64;

    private final List<Island> islands = new ArrayList<>();
    private int pieces;
    private long touches;

    /** Pieces that touch each other. */
    private static final class Island {
        private long start;
        private long end;
        private long touched;
        private final Deque<ByteBuf> parts = new ArrayDeque<>();
    }

    /** A range of the stream that is there. */
    record Range(long start, long end) {}

    boolean isEmpty() {
        return islands.isEmpty();
    }

    /** Where the first island begins, or {@link Long#MAX_VALUE}. */
    long firstStart() {
        return islands.isEmpty() ? Long.MAX_VALUE : islands.getFirst().start;
    }

    /** Keeps what is new of some bytes, which stay the caller's; nothing where there are too many pieces for a window of that size. */
    void keep(long position, ByteBuf bytes, int windowBytes) {
        long at = position;
        long end = position + bytes.readableBytes();
        int index = firstEndingAtOrAfter(at);
        while (at < end && pieces < windowBytes / FEWEST_BYTES_A_PIECE + SOME_PIECES) {
            Island here = index < islands.size() ? islands.get(index) : null;
            if (here != null && here.start <= at && at < here.end) {
                here.touched = ++touches;
                at = here.end;
                continue;
            }
            boolean isExtension = here != null && here.end == at;
            long until = Math.min(end, startOf(isExtension ? index + 1 : index, end));
            ByteBuf piece = copyIfSmall(bytes, (int) (at - position), (int) (until - at));
            extend(isExtension && here != null ? here : raise(index, at), piece);
            joinNext(index);
            at = until;
        }
    }

    private long startOf(int index, long otherwise) {
        return index < islands.size() ? islands.get(index).start : otherwise;
    }

    private static ByteBuf copyIfSmall(ByteBuf bytes, int offset, int length) {
        int from = bytes.readerIndex() + offset;
        return length > ReceiveQueue.SMALL
                ? bytes.retainedSlice(from, length)
                : bytes.alloc().directBuffer(length).writeBytes(bytes, from, length);
    }

    private int firstEndingAtOrAfter(long position) {
        int low = 0;
        int high = islands.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (islands.get(middle).end < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Island raise(int index, long at) {
        Island island = new Island();
        island.start = at;
        island.end = at;
        islands.add(index, island);
        return island;
    }

    private void extend(Island island, ByteBuf piece) {
        pieces++;
        island.parts.add(piece);
        island.end += piece.readableBytes();
        island.touched = ++touches;
    }

    private void joinNext(int index) {
        Island island = islands.get(index);
        if (index + 1 < islands.size() && islands.get(index + 1).start == island.end) {
            Island behind = islands.remove(index + 1);
            island.parts.addAll(behind.parts);
            island.end = behind.end;
        }
    }

    /** The next piece if it begins at or before the position, cut to what is new; {@code null} where a gap is. */
    @Nullable
    ByteBuf poll(long position) {
        while (!islands.isEmpty() && islands.getFirst().start <= position) {
            Island first = islands.getFirst();
            ByteBuf piece = first.parts.remove();
            long skip = position - first.start;
            first.start += piece.readableBytes();
            pieces--;
            if (first.parts.isEmpty()) {
                islands.removeFirst();
            }
            if (skip < piece.readableBytes()) {
                return piece.skipBytes((int) skip);
            }
            piece.release();
        }
        return null;
    }

    /** At most so many ranges, the one that changed last first (RFC 2018, section 4). */
    List<Range> newest(int most) {
        return islands.stream().sorted(Comparator.comparingLong((Island island) -> -island.touched)).limit(most)
                .map(island -> new Range(island.start, island.end)).toList();
    }

    void clear() {
        islands.forEach(island -> island.parts.forEach(ByteBuf::release));
        islands.clear();
        pieces = 0;
    }
}
