package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.standing.OpenConnection;
import org.byway.fetch.ProbeVerdict;
import org.byway.importer.Rejection;
import org.byway.model.Destination;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.bridge.ImportSummary;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.testing.CssComplaints;
import org.byway.ui.testing.Layouts;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.Pictures;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Every screen in every state, saved under target/screens and checked for what it says. */
@ExtendWith(ApplicationExtension.class)
class ScreenPicturesTest {
    private static final ImportSummary WITH_PROBLEMS = new ImportSummary(new ImportSummary.Counts(2, 1, 1),
            List.of(new LineProblem(3, "203.0.113.9", Rejection.NO_PORT),
                    new LineProblem(7, "2001:db8::7:1080", Rejection.IPV6_WITHOUT_BRACKETS),
                    new LineProblem(8, "exa mple.org", Rejection.BAD_HOST)));

    private final RecordedCommands commands = new RecordedCommands();
    private final CssComplaints complaints = new CssComplaints();
    private FxRobot robot;
    private Stage stage;
    private Runnable close = () -> {};

    enum Variant {
        LIGHT(Theme.LIGHT, "en", 100), DARK(Theme.DARK, "en", 100), RUSSIAN(Theme.LIGHT, "ru", 100), PERSIAN(
                Theme.LIGHT, "fa", 100), LARGE(Theme.LIGHT, "en", 200);

        private final Theme theme;
        private final String language;
        private final int textPercent;

        Variant(Theme theme, String language, int textPercent) {
            this.theme = theme;
            this.language = language;
            this.textPercent = textPercent;
        }

        Settings settings() {
            // until its words are there, English ones stand for them in the mirrored layout
            String tag = Language.of(language).map(Language::tag).orElse("en");
            return Settings.DEFAULT.withTheme(theme).withLanguage(Optional.of(tag)).withTextPercent(textPercent);
        }
    }

    @BeforeEach
    void listen(FxRobot robot) {
        this.robot = robot;
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        complaints.listen();
    }

    @AfterEach
    void close() {
        robot.interact(close);
        assertThat(complaints.heard()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void theFirstRunStandsAloneAndSaysWhatToPaste(Variant variant) {
        open(variant, EndpointList.EMPTY, EngineSnapshot.OFF);
        save(variant, "first-run-empty");
        assertThat(robot.lookup("#sidebar").tryQuery()).isEmpty();
        assertThat(robot.lookup("#paste-area").queryAs(Node.class).isVisible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void anImportWithErrorsShowsEachLine(Variant variant) {
        open(variant, EndpointList.EMPTY, EngineSnapshot.OFF);
        commands.importing = CompletableFuture.completedFuture(WITH_PROBLEMS);
        robot.interact(() -> robot.lookup("#paste-area").queryTextInputControl().setText("one\ntwo\n203.0.113.9"));
        robot.clickOn("#import-button");
        save(variant, "first-run-errors");
        assertThat(robot.lookup("#problem-list .list-cell .page-text").queryAll()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(robot.lookup("#continue-button").queryAs(Node.class).isVisible()).isTrue();
        Node verdict = robot.lookup("#import-verdict").query();
        assertThat(stage.getScene().getHeight()).isGreaterThan(
                verdict.localToScene(verdict.getBoundsInLocal()).getMaxY());
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void homeHasFourLooks(Variant variant) {
        ManualFeed<EngineSnapshot> feed = open(variant, Samples.THREE, EngineSnapshot.OFF);
        save(variant, "home-off");
        assertThat(styleOfSwitch()).contains("is-off");
        give(feed, Samples.connecting());
        save(variant, "home-connecting");
        assertThat(styleOfSwitch()).contains("is-connecting");
        give(feed, Samples.on());
        save(variant, "home-on");
        assertThat(styleOfSwitch()).contains("is-on");
        give(feed, Samples.trouble());
        save(variant, "home-trouble");
        assertThat(styleOfSwitch()).contains("is-trouble");
        assertThat(robot.lookup("#state-sentence").queryAs(Labeled.class).getText()).contains(Samples.OSLO.name());
        give(feed, Samples.offline());
        save(variant, "home-offline");
        give(feed, Samples.taken());
        save(variant, "home-taken");
        assertThat(robot.lookup("#state-sentence").queryAs(Labeled.class).getText()).contains("1080");
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void theTableShowsThreeRows(Variant variant) {
        open(variant, Samples.THREE, Samples.on());
        press("#nav-endpoints");
        robot.clickOn("Amsterdam");
        press("#delete-button");
        save(variant, "endpoints-three");
        // also where all else is mirrored: 198.51.1...24:1080 would be read as 24:1080....198.51.1
        assertThat(robot.lookup("#column-server.table-cell").<Node>queryAll())
                .allMatch(cell -> cell.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT).isNotEmpty();
        assertThat(robot.lookup("#endpoints-table").queryTableView().getItems().size()).isEqualTo(3);
        assertThat(robot.lookup("#undo-button").queryAs(Node.class).isVisible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void theTableHoldsFiftyThousandRows(Variant variant) {
        open(variant, Samples.many(50_000), Samples.on());
        press("#nav-endpoints");
        save(variant, "endpoints-50000");
        assertThat(robot.lookup("#endpoints-table .table-row-cell").queryAll()).hasSizeBetween(10, 60);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void anEmptyTableSaysWhatToDo(Variant variant) {
        ManualFeed<EndpointList> lists = new ManualFeed<>(Samples.THREE);
        open(variant, lists, new ManualFeed<>(EngineSnapshot.OFF));
        robot.interact(() -> lists.give(EndpointList.EMPTY));
        press("#nav-endpoints");
        save(variant, "endpoints-empty");
        assertThat(robot.lookup("#add-first-button").tryQuery()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void activityIsEmptyAtFirstAndThenTellsTheEvening(Variant variant) {
        ManualFeed<EngineSnapshot> feed = open(variant, Samples.THREE, EngineSnapshot.OFF);
        press("#nav-activity");
        save(variant, "activity-empty");
        give(feed, Samples.on());
        save(variant, "activity-filled");
        assertThat(robot.lookup("#activity-list .activity-line").queryAll()).hasSize(Samples.evening().size());
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void homeAndActivityTellWhyAndWhatToTry(Variant variant) {
        ManualFeed<EngineSnapshot> feed = open(variant, Samples.THREE, Samples.frozen());
        save(variant, "home-frozen");
        assertThat(robot.lookup("#endpoint-why").queryAs(Labeled.class).getText()).containsAnyOf("16", "۱۶");
        give(feed, Samples.allSilent());
        save(variant, "home-all-silent");
        press("#nav-activity");
        save(variant, "activity-all-silent");
        give(feed, Samples.offline());
        save(variant, "activity-offline");
        give(feed, Samples.frozen());
        save(variant, "activity-frozen");
        assertThat(robot.lookup("#activity-list .activity-line").queryAll())
                .hasSize(Samples.frozen().activity().size());
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void theTableShowsTagsCountriesAndWhatATestFound(Variant variant) {
        commands.totals = Map.of(Samples.OSLO.id(), new Traffic(48_200, 1_904_000, 2));
        open(variant, TestWindow.LIST, Samples.on());
        robot.interact(() -> robot.lookup("#nav-endpoints").queryAs(ToggleButton.class).fire());
        settle();
        robot.interact(() -> robot.lookup("#endpoints-table").queryTableView().getSelectionModel().selectRange(0, 2));
        robot.interact(() -> robot.lookup("#test-button").queryButton().fire());
        commands.tested.orElseThrow().tested(TestWindow.LIST.entries().getFirst(), new ProbeVerdict.Works(
                Duration.ofMillis(40), Duration.ofMillis(96), Duration.ofMillis(500), 65_536));
        save(variant, "endpoints-testing");
        assertThat(robot.lookup("#test-progress").query().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#search-field").queryTextInputControl().setText("nothing like it"));
        save(variant, "endpoints-none-found");
        assertThat(robot.lookup("#show-all-button").tryQuery()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void theEditorShowsFieldsAndWhatIsWrong(Variant variant) {
        open(variant, TestWindow.LIST, Samples.on());
        press("#nav-endpoints");
        robot.interact(() -> robot.lookup("#endpoints-table").queryTableView().getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#endpoints-table").query().requestFocus());
        robot.type(KeyCode.F2);
        settle();
        robot.interact(() -> robot.lookup("#field-port").queryTextInputControl().setText("99999"));
        press("#save-endpoint-button");
        save(variant, "editor-wrong-port");
        assertThat(robot.lookup(".form-error").<Node>queryAll()).anyMatch(Node::isVisible);
        press("#cancel-endpoint-button");
        press("#add-by-hand-button");
        save(variant, "editor-new");
        assertThat(robot.lookup("#editor-kind").tryQuery()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void sharingShowsTheLinkAndItsPicture(Variant variant) {
        open(variant, TestWindow.LIST, Samples.on());
        press("#nav-endpoints");
        robot.interact(() -> robot.lookup("#endpoints-table").queryTableView().getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#endpoints-table").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.R);
        settle();
        press("#copy-link-button");
        save(variant, "sharing");
        assertThat(robot.lookup("#qr-picture").tryQuery()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void connectionsAreListedOrNone(Variant variant) {
        open(variant, TestWindow.LIST, Samples.on());
        press("#nav-connections");
        save(variant, "connections-empty");
        press("#nav-home");
        for (int i = 1; i <= 300; i++) {
            commands.connections.addFirst(new OpenConnection(i, Destination.of("site-" + i + ".example", 443),
                    Samples.named(Samples.OSLO), Samples.NOW.minusSeconds(i), new Traffic(i * 700L, i * 9000L, 1)));
        }
        press("#nav-connections");
        save(variant, "connections-filled");
        assertThat(robot.lookup("#connections-table").queryTableView().getItems().size()).isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void sourcesAreListedOrNone(Variant variant) {
        open(variant, TestWindow.LIST, Samples.on());
        press("#nav-sources");
        save(variant, "sources-empty");
        assertThat(robot.lookup("#sources-table .empty-page").tryQuery()).isPresent();
        press("#nav-home");
        commands.sources.addAll(TestWindow.SOURCES);
        press("#nav-sources");
        robot.interact(() -> robot.lookup("#sources-table").queryTableView().getSelectionModel().select(0));
        press("#refresh-source-button");
        save(variant, "sources-refreshing");
        assertThat(robot.lookup("#refresh-progress").query().isVisible()).isTrue();
        robot.interact(() -> commands.importing.complete(WITH_PROBLEMS));
        save(variant, "sources-filled");
        assertThat(robot.lookup("#sources-table").queryTableView().getItems().size()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void recentTimesAreALineBesideTheLast(Variant variant) {
        ManualFeed<EngineSnapshot> feed = open(variant, TestWindow.LIST, Samples.on());
        press("#nav-endpoints");
        for (int i = 1; i <= 12; i++) {
            give(feed, Samples.answering(60 + i * 37 % 200));
        }
        // with large text its column is made once it is scrolled to
        robot.interact(() -> robot.lookup("#endpoints-table").queryTableView().scrollToColumnIndex(6));
        save(variant, "endpoints-times");
        assertThat(robot.lookup(".sparkline").queryAll()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void settingsAndAboutShowEverything(Variant variant) {
        open(variant, TestWindow.LIST, Samples.on());
        press("#nav-settings");
        save(variant, "settings");
        robot.interact(() -> robot.lookup("#port-field").queryTextInputControl().setText("x"));
        press("#save-listener-button");
        robot.interact(() -> robot.lookup("#probe-targets-area").query().requestFocus());
        robot.interact(() -> robot.lookup("#settings-scroll").queryAs(ScrollPane.class).setVvalue(1));
        save(variant, "settings-below");
        press("#nav-about");
        save(variant, "about");
        assertThat(robot.lookup("#version").tryQuery()).isPresent();
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
        settle();
    }

    private ManualFeed<EngineSnapshot> open(Variant variant, EndpointList list, EngineSnapshot snapshot) {
        ManualFeed<EngineSnapshot> snapshots = new ManualFeed<>(snapshot);
        open(variant, new ManualFeed<>(list), snapshots);
        return snapshots;
    }

    private void open(Variant variant, ManualFeed<EndpointList> lists, ManualFeed<EngineSnapshot> snapshots) {
        robot.interact(() -> {
            MainWindow window = new MainWindow(stage,
                    new WindowParts(commands, snapshots, lists, variant.settings(), address -> {}));
            close = window::close;
            if (variant == Variant.PERSIAN) {
                stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            }
            window.show();
            stage.setWidth(1120); // as on most screens; the toolkit's own without a display is smaller
            stage.setHeight(720);
        });
        settle();
    }

    private void give(ManualFeed<EngineSnapshot> feed, EngineSnapshot snapshot) {
        robot.interact(() -> feed.give(snapshot));
        settle();
    }

    private void save(Variant variant, String name) {
        settle();
        robot.interact(() -> {
            Pictures.save(stage.getScene(), name + "-" + variant.name().toLowerCase(Locale.ROOT));
            assertThat(Layouts.restless(stage.getScene())).as(name).isEmpty();
        });
    }

    private List<String> styleOfSwitch() {
        return robot.lookup("#connect-switch").queryAs(Node.class).getStyleClass();
    }

    private static void settle() {
        assertThat(Platform.isFxApplicationThread()).isFalse();
        WaitForAsyncUtils.waitForFxEvents();
    }
}
