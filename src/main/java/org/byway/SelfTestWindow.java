package org.byway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import org.byway.os.Display;
import org.byway.os.Surroundings;
import org.byway.ui.shell.MainWindow;

/** The window of the self-test; without a display it is drawn into memory. Its methods wait, so not for the JavaFX thread. */
record SelfTestWindow(Stage stage, MainWindow window) {
    private static final int FRAMES = 3;
    private static final int SECONDS = 60;

    /** Starts the toolkit, shows the window and waits until it was painted. */
    static SelfTestWindow open(Function<Stage, MainWindow> make) throws Exception {
        if (!Display.isPresent(Surroundings.current())) {
            System.setProperty("glass.platform", "Headless");
        }
        CompletableFuture<SelfTestWindow> shown = new CompletableFuture<>();
        Platform.startup(() -> attempt(shown, () -> {
            Stage stage = new Stage();
            MainWindow window = make.apply(stage);
            window.show();
            shown.complete(new SelfTestWindow(stage, window));
        }));
        SelfTestWindow opened = shown.get(SECONDS, TimeUnit.SECONDS);
        opened.awaitPainted();
        return opened;
    }

    /** Waits for a few frames and fails where the window shows nothing then. */
    void awaitPainted() throws Exception {
        CompletableFuture<Void> painted = new CompletableFuture<>();
        Platform.runLater(() -> new Frames(() -> attempt(painted, () -> {
            requireAPicture(stage.getScene());
            painted.complete(null);
        })).start());
        painted.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Goes to every screen as a person does, and fails where one shows nothing. @return how many there are */
    int visitScreens() throws Exception {
        List<ToggleButton> ways = new ArrayList<>();
        onWindowThread(() -> stage.getScene().getRoot().lookupAll(".nav-item")
                .forEach(way -> ways.add((ToggleButton) way)));
        for (ToggleButton way : ways) {
            onWindowThread(way::fire);
            awaitPainted();
        }
        return ways.size();
    }

    void close() throws Exception {
        onWindowThread(window::close);
    }

    private static void onWindowThread(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> attempt(done, () -> {
            work.run();
            done.complete(null);
        }));
        done.get(SECONDS, TimeUnit.SECONDS);
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
