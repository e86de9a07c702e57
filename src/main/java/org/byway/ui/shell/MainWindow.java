package org.byway.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.SnapshotPump;
import org.byway.ui.control.Letters;
import org.byway.ui.control.Mark;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.PangoRunTexts;
import org.byway.ui.control.TextScale;
import org.jspecify.annotations.Nullable;

/** The one window: keeps the newest values, and builds its content anew where the language or the size of the text changes. JavaFX thread only. */
public final class MainWindow implements Choices {
    private static final Duration REST = Duration.ofSeconds(3);
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final Stage stage;
    private final WindowParts parts;
    private final Commands commands;
    private final StackPane content = new StackPane();
    private final Look look = new Look(content);
    private final Predicate<String> canDraw;
    private Settings settings;
    private Spoken spoken;
    private EngineSnapshot snapshot = EngineSnapshot.OFF;
    private @Nullable EndpointList list;
    private Frame frame;
    private Runnable stopFollowing = () -> {};
    private volatile long touched = System.nanoTime();

    public MainWindow(Stage stage, WindowParts parts) {
        this(stage, parts, Letters::canDraw);
    }

    /** @param canDraw whether this computer has the letters of a text */
    MainWindow(Stage stage, WindowParts parts, Predicate<String> canDraw) {
        PangoRunTexts.mend();
        this.stage = stage;
        this.parts = parts;
        this.canDraw = canDraw;
        this.settings = parts.settings();
        this.spoken = Spoken.of(settings.language(), canDraw);
        this.commands = new WindowThreadCommands(parts.commands(), Platform::runLater, this::kept);
        this.frame = newFrame();
        Dimension2D room = StartSize.here();
        Scene scene = new Scene(content, room.getWidth(), room.getHeight());
        scene.getStylesheets().add(stylesheet());
        scene.addEventFilter(InputEvent.ANY, any -> touched = System.nanoTime());
        Pasting.into(scene, () -> frame);
        look.wear(settings);
        content.getChildren().setAll(frame.root());
        content.widthProperty().addListener(change -> fit());
        stage.setScene(scene);
        turn();
        stage.setTitle("Byway");
        stage.setMinWidth(Math.min(640, room.getWidth()));
        stage.setMinHeight(Math.min(480, room.getHeight()));
        stage.iconifiedProperty().addListener((seen, was, isHidden) -> {
            if (isHidden) {
                frame.leave();
            } else {
                frame.comeBack();
            }
        });
        ICON_SIZES.forEach(size -> stage.getIcons().add(Mark.picture(size)));
    }

    /** Opens the window and begins to watch. */
    public void show() {
        Runnable snapshots = parts.snapshots().follow(new SnapshotPump<>(Platform::runLater, this::update));
        Runnable lists = parts.lists().follow(new SnapshotPump<>(Platform::runLater, this::update));
        stopFollowing = () -> {
            snapshots.run();
            lists.run();
        };
        stage.show();
        stage.toFront();
        fit();
        spoken.notice().ifPresent(notice -> say(notice, Tone.BAD));
    }

    /** From wherever it is: behind others, or put away. */
    public void comeForward() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Whether nobody has moved or pressed anything in it for a while; from any thread. */
    public boolean isAtRest() {
        return System.nanoTime() - touched > REST.toNanos();
    }

    /** Says, below every screen and until it is closed, what a person should know: a file that was set aside, for one. */
    public void say(String sentence, Tone tone) {
        frame.say(sentence, tone);
    }

    /** Ends the watching and closes the window. */
    public void close() {
        stopFollowing.run();
        frame.leave();
        look.takeOff();
        stage.close();
    }

    @Override
    public void choose(Theme theme) {
        follow(settings.withTheme(theme));
        commands.chooseTheme(theme);
    }

    @Override
    public void chooseLanguage(Optional<String> tag) {
        if (follow(settings.withLanguage(tag))) {
            commands.chooseLanguage(tag);
        }
    }

    /**
     * Other settings count from now on; false where they name a language whose letters this computer lacks, which is not
     * taken: nobody could read the way back.
     */
    private boolean follow(Settings newest) {
        boolean isOtherLanguage = !newest.language().equals(settings.language());
        Spoken wanted = isOtherLanguage ? Spoken.of(newest.language(), canDraw) : spoken;
        if (isOtherLanguage && wanted.missing().isPresent()) {
            renewFrame();
            say(Spoken.notice(spoken.words(), wanted.missing().get()), Tone.BAD);
            return false;
        }
        boolean isBuiltAnew = isOtherLanguage || newest.textPercent() != settings.textPercent();
        settings = newest;
        spoken = wanted;
        look.wear(newest);
        if (isBuiltAnew) {
            renewFrame();
            turn();
        } else {
            frame.update(newest);
        }
        fit();
        return true;
    }

    /** A screen has changed them; a language that cannot be shown is taken back. */
    private void kept(Settings newest) {
        if (!follow(newest)) {
            commands.chooseLanguage(settings.language());
        }
    }

    private void renewFrame() {
        Screen seen = frame.screen();
        frame.leave();
        frame = newFrame();
        content.getChildren().setAll(frame.root());
        if (list != null) {
            frame.update(list);
        }
        frame.update(snapshot);
        frame.show(seen);
        fit();
    }

    /** Popups take this over from the window. */
    private void turn() {
        stage.getScene().setNodeOrientation(Look.direction(spoken.words()));
    }

    private Frame newFrame() {
        TextScale.set(settings.textPercent());
        SettingsMenu menu = new SettingsMenu(spoken.words(), settings, this);
        Frame made = new Frame(commands, spoken.words(), menu, parts.desktop());
        made.update(settings);
        return made;
    }

    private void fit() {
        frame.fit(content.getWidth() / look.textSize());
    }

    private void update(EngineSnapshot newest) {
        snapshot = newest;
        frame.update(newest);
    }

    private void update(EndpointList newest) {
        list = newest;
        frame.update(newest);
    }

    private static String stylesheet() {
        return Objects.requireNonNull(MainWindow.class.getResource("/org/byway/ui/byway.css")).toExternalForm();
    }
}
