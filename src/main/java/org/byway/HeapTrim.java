package org.byway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.byway.model.EndpointList;
import org.byway.os.NativeMemory;

/**
 * Has memory given back that a long list needed only while it was read or written, several times its own size. The collector
 * returns it to the system when it looks through the whole heap, which it does by itself only once that is full. Everything stands
 * still for some tenths of a second meanwhile, so it waits until nobody would notice.
 */
final class HeapTrim implements Consumer<EndpointList> {
    /** With fewer there is little to give back. */
    private static final int MANY = 5_000;

    private final Runnable collector;
    private final Executor later;
    private final BooleanSupplier isAtRest;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger sizeBefore = new AtomicInteger();

    /** @param isAtRest whether nobody uses the program right now; asked from any thread */
    HeapTrim(BooleanSupplier isAtRest) {
        // when what comes of a change is shown, and the person reads it
        this(HeapTrim::collect, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS), isAtRest);
    }

    static void collect() {
        System.gc();
        NativeMemory.giveBack();
    }

    HeapTrim(Runnable collector, Executor later, BooleanSupplier isAtRest) {
        this.collector = collector;
        this.later = later;
        this.isAtRest = isAtRest;
    }

    /** Told of each list, the first at the start; of changes in quick succession the last counts. */
    @Override
    public void accept(EndpointList list) {
        int change = changes.incrementAndGet();
        if (Math.max(list.size(), sizeBefore.getAndSet(list.size())) >= MANY) {
            await(change);
        }
    }

    private void await(int change) {
        later.execute(() -> {
            if (changes.get() != change) {
                return;
            } else if (isAtRest.getAsBoolean()) {
                collector.run();
            } else {
                await(change);
            }
        });
    }
}
