package org.byway.netstack.wire;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a TCP segment that the stack knows (RFC 9293, section 3.1; RFC 7323; RFC 2018).
 *
 * @param maximumSegmentSize in bytes, or {@link #ABSENT}
 * @param windowScale        a shift, or {@link #ABSENT}
 * @param sack               the ranges that the sender has beyond its acknowledgment; the newest first
 */
public record TcpOptions(int maximumSegmentSize, int windowScale, boolean isSackPermitted,
        @Nullable Timestamps timestamps, List<SackBlock> sack) {
    public static final int ABSENT = -1;
    public static final TcpOptions NONE = new TcpOptions(ABSENT, ABSENT, false, null, List.of());

    static final int MOST_BYTES = 40;

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int SACK = 5;
    private static final int TIMESTAMPS = 8;

    private static final int MSS_BYTES = 4;
    private static final int WINDOW_SCALE_BYTES = 3;
    private static final int SACK_PERMITTED_BYTES = 2;
    private static final int TIMESTAMPS_BYTES = 10;
    private static final int SACK_BLOCK_BYTES = 8;

    /** RFC 7323, section 3.2: the sender's clock, and what it last heard of the receiver's. */
    public record Timestamps(int value, int echo) {}

    /** RFC 2018, section 3: the first sequence number of a range and the one behind it. */
    public record SackBlock(int left, int right) {}

    /** Segments in the middle of a connection carry no more than these. */
    public static TcpOptions of(@Nullable Timestamps timestamps, List<SackBlock> sack) {
        return timestamps == null && sack.isEmpty() ? NONE : new TcpOptions(ABSENT, ABSENT, false, timestamps, sack);
    }

    /** Reads what is well-formed; behind the first option that is not, nothing (RFC 9293, MUST-7: no crash, no loop). */
    static TcpOptions read(ByteBuf from, int index, int length) {
        Reading read = new Reading();
        int at = index;
        int end = index + length;
        while (at < end) {
            int kind = from.getUnsignedByte(at);
            if (kind == END) {
                break;
            }
            if (kind == NO_OPERATION) {
                at++;
                continue;
            }
            int bytes = at + 1 < end ? from.getUnsignedByte(at + 1) : 0;
            if (bytes < 2 || at + bytes > end) {
                break;
            }
            read.option(kind, from, at, bytes);
            at += bytes;
        }
        return read.finished();
    }

    private static final class Reading {
        private int maximumSegmentSize = ABSENT;
        private int windowScale = ABSENT;
        private boolean isSackPermitted;
        private @Nullable Timestamps timestamps;
        private List<SackBlock> sack = List.of();

        void option(int kind, ByteBuf from, int at, int bytes) {
            if (kind == TIMESTAMPS && bytes == TIMESTAMPS_BYTES) {
                timestamps = new Timestamps(from.getInt(at + 2), from.getInt(at + 6));
            } else if (kind == SACK && bytes > 2 && (bytes - 2) % SACK_BLOCK_BYTES == 0) {
                sack = new ArrayList<>();
                for (int block = at + 2; block < at + bytes; block += SACK_BLOCK_BYTES) {
                    sack.add(new SackBlock(from.getInt(block), from.getInt(block + Integer.BYTES)));
                }
            } else if (kind == MSS && bytes == MSS_BYTES) {
                maximumSegmentSize = from.getUnsignedShort(at + 2);
            } else if (kind == WINDOW_SCALE && bytes == WINDOW_SCALE_BYTES) {
                windowScale = from.getUnsignedByte(at + 2);
            } else if (kind == SACK_PERMITTED && bytes == SACK_PERMITTED_BYTES) {
                isSackPermitted = true;
            }
        }

        TcpOptions finished() {
            return new TcpOptions(maximumSegmentSize, windowScale, isSackPermitted, timestamps, sack);
        }
    }

    /** What they take, padded to whole words. */
    int bytes() {
        int bytes = (maximumSegmentSize == ABSENT ? 0 : MSS_BYTES) + (isSackPermitted ? Integer.BYTES : 0)
                + (windowScale == ABSENT ? 0 : Integer.BYTES)
                + (timestamps == null ? 0 : TIMESTAMPS_BYTES + 2)
                + (sack.isEmpty() ? 0 : Integer.BYTES + sack.size() * SACK_BLOCK_BYTES);
        return bytes;
    }

    /** Each padded in front to whole words, as RFC 7323, appendix A, recommends. */
    void write(ByteBuf to) {
        if (maximumSegmentSize != ABSENT) {
            to.writeByte(MSS).writeByte(MSS_BYTES).writeShort(maximumSegmentSize);
        }
        if (isSackPermitted) {
            to.writeByte(NO_OPERATION).writeByte(NO_OPERATION).writeByte(SACK_PERMITTED)
                    .writeByte(SACK_PERMITTED_BYTES);
        }
        if (timestamps != null) {
            to.writeByte(NO_OPERATION).writeByte(NO_OPERATION).writeByte(TIMESTAMPS).writeByte(TIMESTAMPS_BYTES)
                    .writeInt(timestamps.value()).writeInt(timestamps.echo());
        }
        if (windowScale != ABSENT) {
            to.writeByte(NO_OPERATION).writeByte(WINDOW_SCALE).writeByte(WINDOW_SCALE_BYTES).writeByte(windowScale);
        }
        if (!sack.isEmpty()) {
            to.writeByte(NO_OPERATION).writeByte(NO_OPERATION).writeByte(SACK)
                    .writeByte(2 + sack.size() * SACK_BLOCK_BYTES);
            for (SackBlock block : sack) {
                to.writeInt(block.left()).writeInt(block.right());
            }
        }
    }
}
