package org.byway.ui.bridge;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byway.subscription.Cancellation;
import org.byway.subscription.LiveList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that waits for disks and servers, each on a virtual thread that is named by it. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private Job() {}

    static <T extends @Nullable Object> CompletionStage<T> start(String name, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().name("byway-" + name).start(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                LOG.warn("{} failed: {}", name, failure.toString());
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Who cancels the result gives the work up. */
    static <T> CompletionStage<T> start(String name, Callable<T> work, Cancellation givenUp) {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<T> result = start(name, () -> {
            worker.complete(Thread.currentThread());
            return work.call();
        }).toCompletableFuture();
        result.whenComplete((done, failure) -> {
            if (result.isCancelled()) {
                worker.thenAccept(givenUp::ask);
            }
        });
        return result;
    }

    /** Puts back what was removed, once however often it is asked. */
    static Undo undoing(LiveList.Restore restore) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        return () -> {
            if (done.complete(true)) {
                start("restore", () -> {
                    restore.run();
                    return true;
                });
            }
        };
    }
}
