package org.byway;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.byway.cli.BywayCommand;
import org.byway.cli.NoWindow;
import org.byway.control.ControlServer;
import org.byway.control.OtherWindow;
import org.byway.control.RunningProfile;
import org.byway.engine.Engine;
import org.byway.engine.pool.Strategy;
import org.byway.model.Settings;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.ui.control.Letters;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.PangoRunTexts;
import org.byway.ui.shell.Look;
import org.byway.ui.shell.MainWindow;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The window's program: opens the person's own profile, and closes everything when the window is closed. */
public final class BywayApplication extends Application {
    private static final int STOP_SECONDS = 3;

    private final Wiring wiring = new Wiring();
    private final Engine engine = wiring.engine();
    private Settings settings = Settings.DEFAULT;
    private @Nullable OpenProfile profile;
    private @Nullable ControlServer control;
    private Optional<OtherWindow> other = Optional.empty();
    private @Nullable StoreException unusable;
    private volatile @Nullable MainWindow window;

    /** Reads files, so it runs before there is a window and not on its thread. */
    @Override
    public void init() {
        if (!Letters.areThere()) {
            System.exit(BywayCommand.executeWithoutWindow(wiring, NoWindow.NO_FONTS));
        }
        other = OtherWindow.show(wiring.folder(Optional.empty()), Words.forPerson(Optional.empty()));
        if (other.isPresent()) {
            return;
        }
        try {
            OpenProfile opened = wiring.profile(Optional.empty());
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
        if (opened == null) {
            other.map(OtherWindow::trouble).orElseGet(() -> Optional.of(unusable())).ifPresent(this::sayAlone);
            Platform.exit();
            return;
        }
        MainWindow main = new MainWindow(stage,
                wiring.window(engine, opened, settings, getHostServices()::showDocument));
        window = main;
        main.show();
        Words words = Words.forPerson(settings.language());
        opened.problems().forEach(problem -> main.say(words.sentence(problem), Tone.BAD));
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
        if (control != null) {
            control.close();
        }
        engine.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        wiring.close();
    }

    private String unusable() {
        Throwable why = unusable == null ? new IllegalStateException() : unusable;
        return Words.forPerson(Optional.empty()).failure(why);
    }

    /** Where there can be no window of ours. */
    private void sayAlone(String sentence) {
        PangoRunTexts.mend();
        Look.alone();
        Alert alert = new Alert(Alert.AlertType.ERROR, sentence, ButtonType.CLOSE);
        alert.setHeaderText(null);
        alert.setTitle("Byway");
        alert.showAndWait();
    }
}
