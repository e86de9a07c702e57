package org.byway.net;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is on its way from one end of a {@link PipeChannel} to the other, and how it ends; on the loop of both. */
final class PipeDirection {
    private static final int FULL_BYTES = 256 * 1024;

    private final Queue<ByteBuf> queued = new ArrayDeque<>();
    private int bytes;
    private boolean isEnded;
    private boolean isCut;
    private boolean isReaderGone;

    boolean isFull() {
        return bytes >= FULL_BYTES;
    }

    boolean isEmpty() {
        return queued.isEmpty();
    }

    /** Whether the reader has everything that will ever come. */
    boolean isAtItsEnd() {
        return isEnded && queued.isEmpty();
    }

    /** Whether its end is none: the writer broke off. */
    boolean isCut() {
        return isCut;
    }

    boolean isReaderGone() {
        return isReaderGone;
    }

    /** Takes the buffer over; an empty one is nothing to read. */
    void add(ByteBuf part) {
        if (part.isReadable()) {
            queued.add(part);
            bytes += part.readableBytes();
        } else {
            part.release();
        }
    }

    /** The next buffer, which the caller releases. */
    @Nullable
    ByteBuf poll() {
        ByteBuf part = queued.poll();
        bytes -= part == null ? 0 : part.readableBytes();
        return part;
    }

    void end(boolean asCut) {
        isEnded = true;
        isCut |= asCut;
    }

    /** Nothing is read any more: releases what is queued. */
    void leave() {
        isReaderGone = true;
        queued.forEach(ByteBuf::release);
        queued.clear();
        bytes = 0;
    }
}
