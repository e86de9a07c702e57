package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.store.LoadProblem;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final ManualFeed<EngineSnapshot> snapshots = new ManualFeed<>(EngineSnapshot.OFF);
    private final ManualFeed<EndpointList> lists = new ManualFeed<>(EndpointList.EMPTY);
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void open() {
        Settings settings = Settings.DEFAULT.withLanguage(Optional.of("en"));
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        window = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> new MainWindow(stage, new WindowParts(commands, snapshots, lists, settings, address -> {})));
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::show);
        settle();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void fromPasteToTheSwitch(FxRobot robot) {
        commands.importing = CompletableFuture
                .completedFuture(new ImportSummary(new ImportSummary.Counts(3, 0, 0), List.of()));
        robot.clickOn("#paste-area").write("203.0.113.9:1080");
        robot.clickOn("#import-button");
        robot.interact(() -> lists.give(Samples.THREE));
        settle();
        robot.clickOn("#continue-button");
        robot.clickOn("#connect-switch");
        assertThat(commands.asked).containsExactly("import 203.0.113.9:1080", "connect");
        robot.interact(() -> snapshots.give(Samples.on()));
        settle();
        assertThat(text(robot, "#state-headline")).isEqualTo("On");
        robot.clickOn("#copy-address-button");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("127.0.0.1:1080"));
    }

    @Test
    void practiceLeadsHome(FxRobot robot) {
        commands.practising.complete(null);
        robot.clickOn("#practice-button");
        settle();
        assertThat(commands.asked).containsExactly("practice");
        assertThat(robot.lookup("#connect-switch").tryQuery()).isPresent();
    }

    @Test
    void theKeyboardReachesTheSwitch(FxRobot robot) {
        robot.interact(() -> lists.give(Samples.THREE));
        settle();
        robot.clickOn("#nav-home");
        for (int tab = 0; tab < 12 && !isFocused(robot); tab++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        assertThat(commands.asked).containsExactly("connect");
    }

    @Test
    void anotherLanguageKeepsTheScreenAndTheState(FxRobot robot) {
        robot.interact(() -> {
            lists.give(Samples.THREE);
            snapshots.give(Samples.on());
        });
        settle();
        robot.clickOn("#nav-activity");
        robot.interact(() -> window.chooseLanguage(Optional.of("ru")));
        settle();
        assertThat(robot.lookup("#activity-list .activity-line").queryAll()).isNotEmpty();
        assertThat(text(robot, "#nav-activity")).isEqualTo("События");
        robot.clickOn("#nav-home");
        assertThat(text(robot, "#state-headline")).isEqualTo("Включено");
        assertThat(commands.asked).containsExactly("language ru");
    }

    @Test
    void aLanguageFromTheRightMirrorsTheWindow(FxRobot robot) {
        robot.interact(() -> lists.give(Samples.THREE));
        settle();
        assertThat(sideOfTheSidebar(robot)).isLessThan(0);
        robot.interact(() -> window.chooseLanguage(Optional.of("fa")));
        settle();
        assertThat(sideOfTheSidebar(robot)).isGreaterThan(0);
        robot.interact(() -> window.chooseLanguage(Optional.of("tr")));
        settle();
        assertThat(sideOfTheSidebar(robot)).isLessThan(0);
    }

    @Test
    void aLanguageWithoutLettersIsSaidAndNotTaken(FxRobot robot) {
        robot.interact(window::close);
        Settings chinese = Settings.DEFAULT.withLanguage(Optional.of("zh"));
        window = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new MainWindow(new Stage(),
                new WindowParts(commands, snapshots, lists, chinese, address -> {}),
                text -> text.codePoints().allMatch(c -> c < 0x600)));
        robot.interact(window::show);
        robot.interact(() -> lists.give(Samples.THREE));
        settle();
        assertThat(text(robot, "#nav-home")).isEqualTo("Home");
        assertThat(noticed(robot)).startsWith("Chinese cannot be shown");
        robot.interact(() -> window.chooseLanguage(Optional.of("ru")));
        robot.interact(() -> window.chooseLanguage(Optional.of("fa")));
        settle();
        assertThat(text(robot, "#nav-home")).isEqualTo("Главная");
        assertThat(noticed(robot)).startsWith("Язык «персидский» показать нельзя");
        assertThat(commands.asked).containsExactly("language ru");
    }

    @Test
    void theMenuChangesTheLook(FxRobot robot) {
        robot.clickOn("#settings-menu");
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.ENTER);
        assertThat(commands.asked).containsExactly("theme DARK");
    }

    @Test
    void theTitleNamesNothingButTheProgram(FxRobot robot) {
        robot.interact(() -> snapshots.give(Samples.on()));
        settle();
        assertThat(stage.getTitle()).isEqualTo("Byway");
    }

    @Test
    void aNoticeStaysUntilItIsClosed(FxRobot robot) {
        String sentence = Words.forPerson(Optional.of("en")).constant("set-aside", LoadProblem.Kind.DAMAGED,
                "endpoints.byway", "endpoints.byway.damaged-1");
        robot.interact(() -> window.say(sentence, Tone.MIXED));
        assertThat(robot.lookup(sentence).tryQuery()).isPresent();
        assertThat(sentence).contains("It was kept as endpoints.byway.damaged-1");
        robot.clickOn("#close-notice-button");
        assertThat(robot.lookup("#window-notice").queryAs(Node.class).isVisible()).isFalse();
    }

    @Test
    void aClosedWindowWatchesNothing(FxRobot robot) {
        robot.interact(window::close);
        assertThat(snapshots.watchers() + lists.watchers()).isZero();
    }

    /** Below zero left of the middle, above zero right of it. */
    private static double sideOfTheSidebar(FxRobot robot) {
        Node sidebar = robot.lookup("#sidebar").query();
        return sidebar.localToScene(sidebar.getBoundsInLocal()).getCenterX() - sidebar.getScene().getWidth() / 2;
    }

    private static String noticed(FxRobot robot) {
        return robot.from(robot.lookup("#window-notice").<Node>query()).lookup(".label").<Labeled>queryAll().stream()
                .map(Labeled::getText).filter(text -> text != null && text.contains("fonts-noto")).findFirst()
                .orElse("");
    }

    private static boolean isFocused(FxRobot robot) {
        return robot.lookup("#connect-switch").queryAs(Node.class).isFocused();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
