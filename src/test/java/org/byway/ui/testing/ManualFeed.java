package org.byway.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.byway.ui.bridge.Feed;

/** A feed whose value a test sets. */
public final class ManualFeed<T> implements Feed<T> {
    private final List<Consumer<T>> watchers = new ArrayList<>();
    private T newest;

    public ManualFeed(T first) {
        newest = first;
    }

    public void give(T value) {
        newest = value;
        List.copyOf(watchers).forEach(watcher -> watcher.accept(value));
    }

    public int watchers() {
        return watchers.size();
    }

    @Override
    public Runnable follow(Consumer<T> watcher) {
        watchers.add(watcher);
        watcher.accept(newest);
        return () -> watchers.remove(watcher);
    }
}
