package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.byway.netstack.wire.TcpSegment;

/**
 * What is to be sent and what may have to be sent again: the writer's own buffers behind each other, found by position and
 * copied only into packets.
 */
final class SendBuffer {
    private static final int FEWEST_PARTS = 16;
    private static final long SMALLEST_LIMIT = 256 * 1024;
    private static final long LARGEST_LIMIT = 4 * 1024 * 1024;
    private static final int SMALL_PART = 512;
    private static final int COLLECTOR_BYTES = 8 * 1024;

    private ByteBuf[] parts = new ByteBuf[FEWEST_PARTS];
    private long[] starts = new long[FEWEST_PARTS];
    private int head;
    private int count;
    private long begin = 1;
    private long end = 1;
    private long limit = SMALLEST_LIMIT;
    private boolean isLastACollector;

    /** Position of the first byte that is still kept. */
    long begin() {
        return begin;
    }

    /** Position behind the last byte. */
    long end() {
        return end;
    }

    boolean isFull() {
        return end - begin >= limit;
    }

    /** Twice what may be under way, so that an acknowledgment always finds something to send. */
    void fit(long congestionWindow) {
        limit = Math.clamp(2 * congestionWindow, SMALLEST_LIMIT, LARGEST_LIMIT);
    }

    /** Takes the buffer over. */
    void append(ByteBuf part) {
        int length = part.readableBytes();
        if (length == 0) {
            part.release();
        } else if (length <= SMALL_PART) {
            collect(part);
        } else {
            add(part);
            isLastACollector = false;
        }
        end += length;
    }

    /** Many small writes share a buffer: a part for each would cost more than its bytes. */
    private void collect(ByteBuf small) {
        ByteBuf collecting = isLastACollector ? parts[at(count - 1)] : null;
        if (collecting == null || collecting.maxWritableBytes() < small.readableBytes()) {
            collecting = small.alloc().directBuffer(small.readableBytes(), COLLECTOR_BYTES);
            add(collecting);
            isLastACollector = true;
        }
        collecting.writeBytes(small);
        small.release();
    }

    private void add(ByteBuf part) {
        if (count == parts.length) {
            grow();
        }
        int at = at(count++);
        parts[at] = part;
        starts[at] = end;
    }

    private int at(int index) {
        return head + index & parts.length - 1;
    }

    private void grow() {
        ByteBuf[] moreParts = new ByteBuf[2 * count];
        long[] moreStarts = new long[2 * count];
        for (int i = 0; i < count; i++) {
            moreParts[i] = parts[at(i)];
            moreStarts[i] = starts[at(i)];
        }
        parts = moreParts;
        starts = moreStarts;
        head = 0;
    }

    /** Everything before the position has arrived. */
    void release(long position) {
        begin = Math.max(begin, Math.min(position, end));
        while (count > 0 && (count == 1 ? end : starts[at(1)]) <= begin) {
            parts[head].release();
            forgetHead();
        }
    }

    private void forgetHead() {
        parts[head] = Unpooled.EMPTY_BUFFER;
        head = at(1);
        count--;
        isLastACollector &= count > 0;
    }

    /** A piece that is still kept. */
    TcpSegment.Content piece(long from, int length) {
        return new TcpSegment.Content() {
            @Override
            public int length() {
                return length;
            }

            @Override
            public void copyTo(ByteBuf packet) {
                copy(from, length, packet);
            }
        };
    }

    private void copy(long from, int length, ByteBuf to) {
        int index = indexOf(from);
        long position = from;
        int left = length;
        while (left > 0) {
            ByteBuf part = parts[at(index)];
            int offset = (int) (position - starts[at(index)]);
            int piece = Math.min(left, part.readableBytes() - offset);
            to.writeBytes(part, part.readerIndex() + offset, piece);
            position += piece;
            left -= piece;
            index++;
        }
    }

    /** The last part that does not begin behind the position. */
    private int indexOf(long position) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[at(middle)] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Releases everything; nothing will be sent any more. */
    void clear() {
        while (count > 0) {
            parts[head].release();
            forgetHead();
        }
        begin = end;
    }
}
