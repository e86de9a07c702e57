package org.byway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import org.byway.os.Display;
import org.byway.os.Surroundings;
import org.byway.ui.shell.MainWindow;

/** Opens the window for the self-test; without a display it is drawn into memory. Its methods wait, so not for the JavaFX thread. */
final class SelfTestWindow {
    private static final int FRAMES = 3;

    private final int seconds;

    /** @param seconds how long to wait for the toolkit at most */
    SelfTestWindow(int seconds) {
        this.seconds = seconds;
    }

    /** Starts the toolkit, shows the window and waits until it was painted. */
    MainWindow open(Function<Stage, MainWindow> make) throws Exception {
        if (!Display.isPresent(Surroundings.current())) {
            System.setProperty("glass.platform", "Headless");
        }
        CompletableFuture<MainWindow> painted = new CompletableFuture<>();
        Platform.startup(() -> attempt(painted, () -> {
            Stage stage = new Stage();
            MainWindow window = make.apply(stage);
            window.show();
            new Frames(() -> attempt(painted, () -> {
                requireAPicture(stage.getScene());
                painted.complete(window);
            })).start();
        }));
        return painted.get(seconds, TimeUnit.SECONDS);
    }

    void close(MainWindow window) throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> attempt(closed, () -> {
            window.close();
            closed.complete(null);
        }));
        closed.get(seconds, TimeUnit.SECONDS);
    }

    private static void attempt(CompletableFuture<?> told, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError failure) {
            told.completeExceptionally(failure);
        }
    }

    /** A window of one colour shows nothing. */
    private static void requireAPicture(Scene scene) {
        Image picture = scene.snapshot(null);
        PixelReader pixels = picture.getPixelReader();
        int first = pixels.getArgb(0, 0);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (pixels.getArgb(x, y) != first) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the window is empty");
    }

    /** Waits for a few frames, since the first comes before the stylesheets have taken. */
    private static final class Frames extends AnimationTimer {
        private final Runnable then;
        private int seen;

        Frames(Runnable then) {
            this.then = then;
        }

        @Override
        public void handle(long now) {
            seen++;
            if (seen == FRAMES) {
                stop();
                then.run();
            }
        }
    }
}
