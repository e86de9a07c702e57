package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * What a program said before the first byte came back, kept as long as it may be said again; on one loop. Nothing said is
 * harmless, too.
 */
final class FirstFlight {
    /** The most that is kept, in bytes. */
    static final int MOST = 64 * 1024;

    private ByteBuf kept = Unpooled.EMPTY_BUFFER;
    private Repeatable repeatable = Repeatable.NOT_YET;
    private boolean isSaid;
    private boolean isTorn;

    /** Takes a copy, and leaves the bytes as they are. */
    void add(ByteBuf bytes, ByteBufAllocator memory) {
        if (repeatable == Repeatable.NO || kept.readableBytes() + bytes.readableBytes() > MOST) {
            repeatable = Repeatable.NO;
            isTorn = true;
        } else if (bytes.isReadable()) {
            ByteBuf grown = kept.isWritable(bytes.readableBytes()) ? kept : grown(bytes.readableBytes(), memory);
            kept = grown.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
            repeatable = judge();
        }
    }

    boolean isEmpty() {
        return !kept.isReadable();
    }

    Repeatable repeatable() {
        return repeatable;
    }

    /** Some upstream has been given what is here. */
    void said() {
        isSaid = !isEmpty();
    }

    /** Whether an upstream may be given all of it now. What is not whole can do nothing, so twice a part is harmless. */
    boolean maySay() {
        return !isTorn && (!isSaid || repeatable != Repeatable.NO);
    }

    /** Whether it began as TLS does. */
    boolean isTls() {
        return !isEmpty() && ClientHello.mayBegin(kept);
    }

    /** All of it, once more; the caller releases it. */
    ByteBuf again() {
        return kept.retainedDuplicate();
    }

    void forget() {
        kept.release();
        kept = Unpooled.EMPTY_BUFFER;
        repeatable = Repeatable.NO;
    }

    private ByteBuf grown(int by, ByteBufAllocator memory) {
        ByteBuf larger = memory.buffer(kept.readableBytes() + by);
        larger.writeBytes(kept, kept.readerIndex(), kept.readableBytes());
        kept.release();
        return larger;
    }

    private Repeatable judge() {
        return ClientHello.mayBegin(kept) ? ClientHello.judge(kept) : HttpQuestion.judge(kept);
    }
}
