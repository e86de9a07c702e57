package org.byway.ui.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Where screens do work on many things: away from the window's thread, which goes on drawing; work on few is done at once.
 *
 * @param aside  where the work is done
 * @param window where its result is told, the thread that asks for it
 */
public record LongWork(Executor aside, Executor window) {
    /** So few that the window's thread is through with them long before the next frame. */
    private static final int FEW = 1000;

    /** On virtual threads of this name. */
    public static LongWork named(String name) {
        return new LongWork(work -> Thread.ofVirtual().name(name).start(work), Platform::runLater);
    }

    /**
     * @param count of the things that are worked on
     * @param work  what a virtual thread may do meanwhile: it reads only what does not change
     */
    public <T> CompletionStage<T> on(int count, Supplier<T> work) {
        return count <= FEW
                ? CompletableFuture.completedFuture(work.get())
                : CompletableFuture.supplyAsync(work, aside).whenCompleteAsync((done, failure) -> {}, window);
    }
}
