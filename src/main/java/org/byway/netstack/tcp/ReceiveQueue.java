package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What has arrived in order and nobody has read yet. */
final class ReceiveQueue {
    /** A segment smaller than this is copied: it would keep a whole packet's buffer. */
    static final int SMALL = 512;
    private static final int COLLECTOR_BYTES = 8 * 1024;

    private final Queue<ByteBuf> parts = new ArrayDeque<>();
    private @Nullable ByteBuf collector;
    private int bytes;

    int bytes() {
        return bytes;
    }

    /** Takes the buffer over. */
    void add(ByteBuf part) {
        bytes += part.readableBytes();
        if (part.readableBytes() > SMALL) {
            collector = null;
            parts.add(part);
        } else {
            collect(part);
        }
    }

    /** Segments of a few bytes share a buffer. */
    private void collect(ByteBuf small) {
        ByteBuf collecting = collector;
        if (collecting == null || collecting.maxWritableBytes() < small.readableBytes()) {
            collecting = small.alloc().directBuffer(small.readableBytes(), COLLECTOR_BYTES);
            collector = collecting;
            parts.add(collecting);
        }
        collecting.writeBytes(small);
        small.release();
    }

    /** The next bytes, which the caller releases. */
    @Nullable
    ByteBuf poll() {
        ByteBuf part = parts.poll();
        if (part != null) {
            collector = parts.isEmpty() ? null : collector; // it is always the last
            bytes -= part.readableBytes();
        }
        return part;
    }

    void clear() {
        parts.forEach(ByteBuf::release);
        parts.clear();
        collector = null;
        bytes = 0;
    }
}
