package org.byway;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.byway.cli.BywayCommand;
import org.byway.cli.NoWindow;
import org.byway.control.ControlServer;
import org.byway.control.OtherWindow;
import org.byway.control.RunningProfile;
import org.byway.engine.Engine;
import org.byway.engine.pool.Strategy;
import org.byway.model.Settings;
import org.byway.os.ChosenFolder;
import org.byway.os.Surroundings;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.ui.control.Letters;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.shell.Alone;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.shell.PictureWindow;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The window's program: opens the person's own profile, and closes everything when the window is closed. */
public final class BywayApplication extends Application {
    private static final int STOP_SECONDS = 3;
    /** As long as no profile says which language it is to be. */
    private static final Words WORDS = Words.forPerson(Optional.empty());

    private final Wiring wiring = new Wiring();
    private final Engine engine = wiring.engine();
    private volatile Settings settings = Settings.DEFAULT;
    private final Alone alone = new Alone(WORDS);
    private volatile @Nullable OpenProfile profile;
    private volatile @Nullable ControlServer control;
    private volatile Optional<OtherWindow> other = Optional.empty();
    private volatile @Nullable StoreException unusable;
    private volatile boolean isKept = true;
    private volatile int exitCode;
    private volatile @Nullable MainWindow window;

    /** Reads files, so it runs before there is a window and not on its thread. */
    @Override
    public void init() {
        if (Letters.areThere()) {
            open(Optional.empty());
        }
    }

    private void open(Optional<Path> folder) {
        unusable = null;
        other = OtherWindow.show(wiring.folder(folder), WORDS);
        if (other.isPresent()) {
            return;
        }
        try {
            OpenProfile opened = wiring.profile(folder);
            settings = opened.settings().load().value();
            engine.choose(Strategy.kept(settings));
            opened.list().follow(list -> engine.replace(list.entries()));
            opened.list().follow(new HeapTrim(this::isAtRest));
            control = ControlServer.open(opened.folder(),
                    new RunningProfile(engine, opened, Optional.of(() -> Platform.runLater(this::comeForward))));
            profile = opened;
        } catch (StoreException failure) {
            unusable = failure;
        }
    }

    @Override
    public void start(Stage stage) {
        OpenProfile opened = profile;
        if (!Letters.areThere()) {
            PictureWindow.show(stage, WORDS, () -> aside("exit", () -> System.exit(exitCode)));
            aside("run", this::runWithoutFonts);
        } else if (opened != null) {
            show(stage, opened);
        } else if (other.isPresent()) {
            other.get().trouble().ifPresent(alone::say);
            Platform.exit();
        } else {
            askForFolder(stage);
        }
    }

    /** Who has a terminal reads there why it ended; for everybody else the picture stays. */
    private void runWithoutFonts() {
        exitCode = BywayCommand.executeWithoutWindow(wiring, NoWindow.NO_FONTS);
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            System.exit(exitCode);
        }
    }

    /** Where there is nothing to choose it is said alone. */
    private void askForFolder(Stage stage) {
        StoreException why = unusable;
        if (why == null || why.kind() == StoreException.Kind.BUSY) {
            alone.say(WORDS.failure(why == null ? new IllegalStateException() : why));
            Platform.exit();
            return;
        }
        Platform.setImplicitExit(false); // closing the question is not the end
        alone.askForFolder(WORDS.failure(why)).map(ChosenFolder::inside).ifPresentOrElse(
                folder -> aside("open", () -> openInstead(stage, folder)), Platform::exit);
    }

    private void openInstead(Stage stage, Path folder) {
        open(Optional.of(folder));
        isKept = profile == null || ChosenFolder.keep(Surroundings.current(), folder);
        Platform.runLater(() -> start(stage));
    }

    private void show(Stage stage, OpenProfile opened) {
        MainWindow main = new MainWindow(stage,
                wiring.window(engine, opened, settings, getHostServices()::showDocument));
        window = main;
        main.show();
        Platform.setImplicitExit(true);
        Words words = Words.forPerson(settings.language());
        opened.problems().forEach(problem -> main.say(words.sentence(problem), Tone.BAD));
        if (!isKept) {
            main.say(new Alone(words).folderIsNotKept(), Tone.MIXED);
        }
    }

    /** What waits or reads files, away from the window's thread. */
    private static void aside(String name, Runnable work) {
        Thread.ofPlatform().name("byway-" + name).start(work);
    }

    private boolean isAtRest() {
        MainWindow main = window;
        return main == null || main.isAtRest();
    }

    private void comeForward() {
        MainWindow main = window;
        if (main != null) {
            main.comeForward();
        }
    }

    @Override
    public void stop() throws Exception {
        ControlServer answering = control;
        if (answering != null) {
            answering.close();
        }
        engine.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        wiring.close();
    }
}
