package org.byway.engine;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told, on the engine thread; one that throws does not keep the others from being told. */
final class Followers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final EventExecutor thread;
    private final List<Consumer<? super T>> followers = new ArrayList<>();

    Followers(EventExecutor thread) {
        this.thread = thread;
    }

    /** From any thread; {@code first} runs on the engine thread before anything else is told. */
    Following add(Consumer<? super T> follower, Runnable first) {
        thread.execute(() -> {
            followers.add(follower);
            guarded(first);
        });
        return () -> thread.execute(() -> followers.remove(follower));
    }

    void tell(T news) {
        for (Consumer<? super T> follower : List.copyOf(followers)) {
            guarded(() -> follower.accept(news));
        }
    }

    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException fault) {
            LOG.error("a follower of the engine failed", fault);
        }
    }
}
