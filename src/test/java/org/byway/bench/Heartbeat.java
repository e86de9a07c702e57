package org.byway.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** For how long the window's thread answers nobody: a task of a moment is handed to it again and again, and waited for. */
public final class Heartbeat implements AutoCloseable {
    private static final int PAUSE_MILLIS = 5;

    private final AtomicLong worst = new AtomicLong();
    private volatile long since = System.nanoTime();
    private final Thread thread;

    private Heartbeat() {
        thread = Thread.ofPlatform().daemon().name("heart").start(this::beat);
    }

    public static Heartbeat start() {
        return new Heartbeat();
    }

    /** The longest wait since this was asked last, in milliseconds; of one that had begun by then, what came after. */
    public long takeWorst() {
        since = System.nanoTime();
        return worst.getAndSet(0) / 1_000_000;
    }

    private void beat() {
        try {
            while (true) {
                long begun = System.nanoTime();
                CountDownLatch done = new CountDownLatch(1);
                Platform.runLater(done::countDown);
                done.await();
                long from = since - begun > 0 ? since : begun;
                worst.accumulateAndGet(System.nanoTime() - from, Math::max);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
