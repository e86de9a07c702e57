package org.byway.ui.control;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Does something once a second on the JavaFX thread, from start to stop. No animation of the toolkit's: one that runs has
 * it paint sixty times a second whether anything has changed or not.
 */
public final class EverySecond {
    private static final ScheduledExecutorService SECONDS = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("byway-seconds").factory());

    private final Runnable work;
    private Optional<ScheduledFuture<?>> running = Optional.empty();

    public EverySecond(Runnable work) {
        this.work = work;
    }

    /** Begins or ends it; the first time is a second from now. */
    public void run(boolean isWanted) {
        if (isWanted == running.isPresent()) {
            return;
        }
        running.ifPresent(it -> it.cancel(false));
        running = isWanted
                ? Optional.of(SECONDS.scheduleAtFixedRate(() -> Platform.runLater(this::tick), 1, 1, TimeUnit.SECONDS))
                : Optional.empty();
    }

    /** One that was on its way when it was stopped does nothing. */
    private void tick() {
        if (running.isPresent()) {
            work.run();
        }
    }
}
