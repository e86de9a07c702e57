package org.byway.ui.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/**
 * Makes screens ready that nobody has asked for yet, so that the first press on their way is answered at once: styled and laid
 * out unseen, a little at a time and with pauses between, while the window's thread has nothing else to do.
 */
final class Preparation {
    /** The window itself is to be painted first. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Platform::runLater);
    private static final Executor SOON = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS,
            Platform::runLater);
    /** So much of a page at once, in points: a few rows of a table. */
    private static final double PORTION = 120;

    private final Pages pages;
    private final Deque<Region> waiting;

    /** @param screens in the order in which they will be asked for */
    Preparation(Pages pages, Collection<? extends Region> screens) {
        this.pages = pages;
        this.waiting = new ArrayDeque<>(screens);
    }

    void begin() {
        LATER.execute(this::step);
    }

    private void step() {
        Region page = waiting.peek();
        if (page == null || !isShown()) {
            return;
        }
        if (page.isVisible() && page.getParent() != null) {
            waiting.remove();
        } else if (page.getParent() == null) {
            pages.prepare(page);
        } else {
            grow(page);
        }
        SOON.execute(this::step);
    }

    /** In a window that was closed nothing has a style any more. */
    private boolean isShown() {
        return pages.getScene() != null && pages.getScene().getWindow() != null
                && pages.getScene().getWindow().isShowing();
    }

    /** A table makes its rows as it becomes higher. */
    private void grow(Region page) {
        double height = Math.min(page.getHeight() + PORTION, pages.getHeight());
        page.resizeRelocate(0, 0, pages.getWidth(), height);
        page.applyCss();
        page.layout();
        if (height >= pages.getHeight()) {
            waiting.remove();
        }
    }
}
