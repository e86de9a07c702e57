package org.byway.ui.bridge;

import java.util.function.Consumer;

/** A value that changes: its watcher gets the newest one at once and then each change, on any thread. */
@FunctionalInterface
public interface Feed<T> {
    /** @return ends the watching */
    Runnable follow(Consumer<T> watcher);
}
