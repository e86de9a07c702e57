package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.model.Settings;
import org.byway.ui.testing.ChosenFiles;
import org.byway.ui.testing.Drops;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever is pasted or dropped, on whichever screen, is taken and shown where it is read; files are asked for. */
@ExtendWith(ApplicationExtension.class)
class IntakeTest {
    private static final Path LIST = new File("friends.txt").getAbsoluteFile().toPath();

    private final RecordedCommands commands = new RecordedCommands();
    private final ChosenFiles desktop = new ChosenFiles();
    private FxRobot robot;
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void open(FxRobot robot) {
        this.robot = robot;
        Settings settings = Settings.DEFAULT.withLanguage(Optional.of("en"));
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        window = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> new MainWindow(stage, new WindowParts(commands, new ManualFeed<>(EngineSnapshot.OFF),
                        new ManualFeed<>(Samples.THREE), settings, desktop)));
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::show);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void textThatIsDroppedIsRead(Screen screen) {
        show(screen);
        robot.interact(() -> Drops.drop(root(), text("socks5://203.0.113.7:1080")));
        assertThat(commands.asked).containsExactly("import socks5://203.0.113.7:1080");
        assertThat(robot.lookup("#paste-area").queryTextInputControl().getText())
                .isEqualTo("socks5://203.0.113.7:1080");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void filesThatAreDroppedAreRead(Screen screen) {
        show(screen);
        robot.interact(() -> Drops.drop(root(), files()));
        assertThat(commands.asked).containsExactly("import " + List.of(LIST));
        assertThat(robot.lookup("#paste-area").tryQuery()).isPresent();
    }

    @Test
    void aLongListThatIsPastedIntoTheFieldDoesNotGoThere() {
        show(Screen.ADDING);
        String list = "203.0.113.9:1080\n".repeat(5_000);
        robot.interact(() -> {
            Clipboard.getSystemClipboard().setContent(text(list));
            stage.getScene().lookup("#paste-area").requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(commands.asked).containsExactly("import " + list);
        assertThat(robot.lookup("#paste-area").queryTextInputControl().getText()).isEmpty();
    }

    @Test
    void aPictureThatIsDroppedIsLookedThroughForACode() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new WritableImage(21, 21));
        robot.interact(() -> Drops.drop(root(), content));
        assertThat(commands.asked).containsExactly("import a picture 21 wide");
    }

    @Test
    void whatHoversIsPromisedToBeTaken() {
        robot.interact(() -> assertThat(Drops.hover(root(), text("x"), null)).isTrue());
        assertThat(isPromised()).isTrue();
        robot.interact(() -> Drops.drop(root(), text("x")));
        assertThat(isPromised()).isFalse();
    }

    @Test
    void whatIsDraggedWithinTheWindowIsLeftAlone() {
        robot.interact(() -> assertThat(Drops.hover(root(), text("x"), stage)).isFalse());
        assertThat(isPromised()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, mode = EnumSource.Mode.EXCLUDE, names = {"ADDING", "SETTINGS"})
    void whatIsPastedAnywhereIsRead(Screen screen) {
        show(screen);
        robot.interact(() -> {
            Clipboard.getSystemClipboard().setContent(text("203.0.113.8:1080"));
            stage.getScene().lookup("#nav-home").requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(commands.asked).containsExactly("import 203.0.113.8:1080");
    }

    @Test
    void whatIsPastedIntoAFieldStaysThere() {
        show(Screen.ENDPOINTS);
        robot.interact(() -> {
            Clipboard.getSystemClipboard().setContent(text("oslo"));
            stage.getScene().lookup("#search-field").requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(commands.asked).isEmpty();
        assertThat(robot.lookup("#search-field").queryTextInputControl().getText()).isEqualTo("oslo");
    }

    @Test
    void filesThatAreChosenAreRead() {
        show(Screen.ADDING);
        desktop.toRead = List.of(LIST);
        robot.clickOn("#open-file-button");
        assertThat(commands.asked).containsExactly("import " + List.of(LIST));
    }

    @Test
    void nothingIsReadWhereNothingWasChosen() {
        show(Screen.ADDING);
        robot.clickOn("#open-file-button");
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void linksAreSavedWhereThePersonSays() {
        show(Screen.ENDPOINTS);
        desktop.toWrite = Optional.of(LIST);
        robot.clickOn("Amsterdam").push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(commands.asked).containsExactly("export 1 to " + LIST);
    }

    @Test
    void nothingIsSavedWhereThePersonGaveItUp() {
        show(Screen.ENDPOINTS);
        robot.clickOn("Amsterdam").push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(commands.asked).isEmpty();
    }

    private void show(Screen screen) {
        robot.interact(() -> ((javafx.scene.control.ToggleButton) stage.getScene()
                .lookup("#nav-" + screen.name().toLowerCase(java.util.Locale.ROOT))).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node root() {
        return stage.getScene().lookup(".frame-root");
    }

    private boolean isPromised() {
        return root().getPseudoClassStates().contains(PseudoClass.getPseudoClass("drop-hovered"));
    }

    private static ClipboardContent text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return content;
    }

    private static ClipboardContent files() {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(LIST.toFile()));
        return content;
    }
}
