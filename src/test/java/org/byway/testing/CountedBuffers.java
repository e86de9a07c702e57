package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;

/** Buffers of which one is known to be lost at once, and not when it is collected. */
public final class CountedBuffers {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);

    public UnpooledByteBufAllocator allocator() {
        return allocator;
    }

    public ByteBuf of(byte[] bytes, int from, int to) {
        return allocator.buffer(to - from).writeBytes(bytes, from, to - from);
    }

    /** Fails where a buffer has not been released. */
    public void requireNone() {
        long left = allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
        if (left != 0) {
            throw new AssertionError(left + " bytes of buffers were not released");
        }
    }
}
