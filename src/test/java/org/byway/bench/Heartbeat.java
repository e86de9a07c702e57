package org.byway.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** For how long the window's thread answers nobody: a task of a moment is handed to it again and again, and waited for. */
public final class Heartbeat implements AutoCloseable {
    private static final int PAUSE_MILLIS = 5;

    private final AtomicLong worst = new AtomicLong();
    private final AtomicLong worstCpu = new AtomicLong();
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

    /** The longest in processor time of the window's thread, which other programs do not lengthen; collections of garbage are not in it. */
    public long takeWorstCpu() {
        return worstCpu.getAndSet(0) / 1_000_000;
    }

    private void beat() {
        try {
            long cpuBefore = Long.MAX_VALUE;
            while (true) {
                long begun = System.nanoTime();
                CompletableFuture<Long> cpu = new CompletableFuture<>();
                Platform.runLater(() -> cpu.complete(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
                long cpuAfter = cpu.get();
                long from = since - begun > 0 ? since : begun;
                worst.accumulateAndGet(System.nanoTime() - from, Math::max);
                worstCpu.accumulateAndGet(cpuAfter - cpuBefore, Math::max);
                cpuBefore = cpuAfter;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
