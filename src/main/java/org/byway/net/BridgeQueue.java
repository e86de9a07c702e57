package org.byway.net;

import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a bridge between two loops: one loop adds, the other takes, and whoever has something to do is woken once,
 * however much there is.
 */
final class BridgeQueue {
    /** Above it the reader's loop is to catch up first, in bytes. */
    private static final long MOST = 1024 * 1024;

    private final Queue<Object> messages = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean isTurnSet = new AtomicBoolean();
    private final AtomicBoolean wasFull = new AtomicBoolean();
    private volatile boolean isAbandoned;

    void add(Object message, int size) {
        bytes.addAndGet(size);
        messages.add(message);
        if (isAbandoned) {
            clear();
        }
    }

    @Nullable
    Object poll() {
        return messages.poll();
    }

    /** Of a message that was polled; true where somebody waits for room and there is some again. */
    boolean taken(int size) {
        return bytes.addAndGet(-size) < MOST / 2 && wasFull.compareAndSet(true, false);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Whoever is told so is woken by {@link #taken} once there is room. */
    boolean isFull() {
        if (bytes.get() < MOST) {
            return false;
        }
        wasFull.set(true);
        // it may have become empty in between
        return bytes.get() >= MOST / 2 || !wasFull.compareAndSet(true, false);
    }

    /** Runs the turn on its loop, unless one is set already. */
    void wake(EventExecutor loop, Runnable turn) {
        if (isTurnSet.compareAndSet(false, true)) {
            loop.execute(turn);
        }
    }

    /** The turn has begun: what is added from now on wakes again. */
    void turning() {
        isTurnSet.set(false);
    }

    /** Nobody takes any more. */
    void abandon() {
        isAbandoned = true;
        clear();
    }

    private void clear() {
        for (Object message = messages.poll(); message != null; message = messages.poll()) {
            ReferenceCountUtil.release(message);
        }
    }
}
