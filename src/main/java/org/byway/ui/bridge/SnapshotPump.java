package org.byway.ui.bridge;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries the newest value onto another thread: a storm of values costs one task there and only the last is seen. */
public final class SnapshotPump<T> implements Consumer<T> {
    private final Executor thread;
    private final Consumer<T> sink;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

    public SnapshotPump(Executor thread, Consumer<T> sink) {
        this.thread = thread;
        this.sink = sink;
    }

    /** From any thread. */
    @Override
    public void accept(T value) {
        // where something still lies there, its task has not run yet and will find this instead
        if (newest.getAndSet(value) == null) {
            thread.execute(this::deliver);
        }
    }

    private void deliver() {
        T value = newest.getAndSet(null);
        if (value != null) {
            sink.accept(value);
        }
    }
}
