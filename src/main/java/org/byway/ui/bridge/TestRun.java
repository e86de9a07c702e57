package org.byway.ui.bridge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;

/** Probes endpoints, some at once, until all are done or it is cancelled; tells of each on its own thread. */
final class TestRun {
    /** More at once would disturb what people do meanwhile, and each other. */
    private static final int AT_ONCE = 8;

    private final Function<Endpoint, Optional<ProbeVerdict>> probe;
    private final TestWatch watch;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean isCancelled;

    TestRun(Function<Endpoint, Optional<ProbeVerdict>> probe, TestWatch watch) {
        this.probe = probe;
        this.watch = watch;
    }

    void begin(List<ListEntry> entries) {
        Thread.ofVirtual().name("byway-test").start(() -> {
            try (workers) {
                Semaphore room = new Semaphore(AT_ONCE);
                for (ListEntry entry : entries) {
                    room.acquireUninterruptibly();
                    if (isCancelled) {
                        break;
                    }
                    workers.execute(() -> test(entry, room));
                }
            } finally {
                watch.ended();
            }
        });
    }

    private void test(ListEntry entry, Semaphore room) {
        try {
            probe.apply(entry.endpoint()).filter(verdict -> !isCancelled)
                    .ifPresent(verdict -> watch.tested(entry, verdict));
        } finally {
            room.release();
        }
    }

    /** What is being probed is given up. */
    void cancel() {
        isCancelled = true;
        workers.shutdownNow();
    }
}
