package org.byway.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.SnapshotPump;
import org.byway.ui.control.Mark;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.TextScale;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The one window: keeps the newest values, and builds its content anew where the language or the size of the text changes. JavaFX thread only. */
public final class MainWindow implements Choices {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final Stage stage;
    private final WindowParts parts;
    private final Commands commands;
    private final StackPane content = new StackPane();
    private final Look look = new Look(content);
    private Settings settings;
    private EngineSnapshot snapshot = EngineSnapshot.OFF;
    private @Nullable EndpointList list;
    private Frame frame;
    private Runnable stopFollowing = () -> {};

    public MainWindow(Stage stage, WindowParts parts) {
        this.stage = stage;
        this.parts = parts;
        this.settings = parts.settings();
        this.commands = new WindowThreadCommands(parts.commands(), Platform::runLater, this::follow);
        this.frame = newFrame();
        Scene scene = new Scene(content, 1120, 720);
        scene.getStylesheets().add(stylesheet());
        Pasting.into(scene, () -> frame);
        look.wear(settings);
        content.getChildren().setAll(frame.root());
        content.widthProperty().addListener(change -> fit());
        stage.setScene(scene);
        stage.setTitle("Byway");
        stage.setMinWidth(640);
        stage.setMinHeight(480);
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
        follow(settings.withLanguage(tag));
        commands.chooseLanguage(tag);
    }

    /** Other settings count from now on. */
    private void follow(Settings newest) {
        boolean isBuiltAnew = !newest.language().equals(settings.language())
                || newest.textPercent() != settings.textPercent();
        settings = newest;
        look.wear(newest);
        fit();
        if (isBuiltAnew) {
            buildAnew();
        } else {
            frame.update(newest);
        }
    }

    private void buildAnew() {
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

    private Frame newFrame() {
        TextScale.set(settings.textPercent());
        Words words = Words.forPerson(settings.language());
        SettingsMenu menu = new SettingsMenu(words, settings, this);
        Frame made = new Frame(commands, words, menu, parts.outside());
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
