package org.byway.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;

/** Probes many endpoints, some at once; a signal ends it and leaves what is known. */
final class TestRun {
    private final Function<Endpoint, Optional<ProbeVerdict>> probe;
    private final VerdictPrinter printer;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isEnded;
    private boolean hasWorking;

    /** @param printer told one at a time */
    TestRun(Function<Endpoint, Optional<ProbeVerdict>> probe, VerdictPrinter printer) {
        this.probe = probe;
        this.printer = printer;
    }

    /** Returns when every endpoint has its verdict: true where at least one works. */
    boolean over(List<ListEntry> entries, int parallel) throws InterruptedException {
        Thread signalled = new Thread(this::end, "byway-signal");
        Runtime.getRuntime().addShutdownHook(signalled);
        Semaphore room = new Semaphore(parallel);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ListEntry entry : entries) {
                room.acquire();
                workers.execute(() -> {
                    try {
                        probe.apply(entry.endpoint()).ifPresent(verdict -> tell(entry, verdict));
                    } finally {
                        room.release();
                    }
                });
            }
        }
        end();
        forget(signalled);
        return hasWorking;
    }

    private void tell(ListEntry entry, ProbeVerdict verdict) {
        lock.lock();
        try {
            if (!isEnded) {
                hasWorking |= verdict instanceof ProbeVerdict.Works;
                printer.add(entry, verdict);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            if (!isEnded) {
                isEnded = true;
                printer.end();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void forget(Thread signalled) {
        try {
            Runtime.getRuntime().removeShutdownHook(signalled);
        } catch (IllegalStateException endingAlready) {
            // the signal came in the last moment, and finds nothing left to do
        }
    }
}
