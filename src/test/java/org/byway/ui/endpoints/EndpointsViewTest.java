package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.ui.testing.StandingStill;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EndpointsViewTest {
    private static final double LINE_OF_TIMES = 40;
    private static final double SPACE_IN_CELL = 15;

    private final RecordedCommands commands = new RecordedCommands();
    private final Words words = Words.forPerson(Optional.of("en"));
    private Stage stage;
    private EndpointsView view;

    @BeforeEach
    void open() {
        ScreenContext context = new ScreenContext(commands, words, () -> Samples.NOW, new StandingStill());
        view = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new EndpointsView(context));
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setScene(new Scene(view.root(), 900, 500));
            stage.show();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @Test
    void deleteTakesEveryRowThatIsSelected(FxRobot robot) {
        show(robot, Samples.THREE);
        robot.clickOn("Amsterdam").push(KeyCode.CONTROL, KeyCode.A);
        robot.type(KeyCode.DELETE);
        assertThat(commands.asked).containsExactly("delete [0000000001, 0000000002, 0000000003]");
        robot.clickOn("#undo-button");
        assertThat(commands.asked).endsWith("undo");
    }

    @Test
    void enterUsesTheRowAndAnEntryThatCannotRunIsNotOffered(FxRobot robot) {
        show(robot, Samples.THREE);
        robot.clickOn("Amsterdam").type(KeyCode.ENTER);
        assertThat(commands.asked).containsExactly("use 0000000001");
        robot.clickOn("Сервер Кати");
        assertThat(robot.lookup("#use-button").queryAs(Node.class).isDisabled()).isTrue();
    }

    @Test
    void figuresHaveRoomInEveryLanguage() {
        for (Language language : Language.values()) {
            Words spoken = Words.forPerson(Optional.of(language.tag()));
            assertThat(least("column-first-byte", spoken)).as(language.tag())
                    .isGreaterThan(width(spoken.duration(Duration.ofMillis(888))) + LINE_OF_TIMES + SPACE_IN_CELL);
            assertThat(least("column-moved", spoken)).as(language.tag())
                    .isGreaterThan(width(spoken.bytes(888_000)) + SPACE_IN_CELL);
        }
    }

    private static double least(String column, Words words) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> new EndpointColumns(words, () -> Samples.NOW).all().stream()
                        .filter(it -> column.equals(it.getId())).findFirst().orElseThrow().getMinWidth());
    }

    private static double width(String text) {
        return new Text(text).getLayoutBounds().getWidth();
    }

    @Test
    void theLongestProtocolIsReadWhole() {
        assertThat(least("column-protocol", words)).isGreaterThan(width("shadowsocks") + SPACE_IN_CELL);
    }

    @Test
    void whatWasDeletedComesBackByTheKeyboardToo(FxRobot robot) {
        show(robot, Samples.THREE);
        robot.clickOn("Amsterdam").type(KeyCode.DELETE);
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(commands.asked).endsWith("undo");
    }

    @Test
    void anUpdateKeepsSelectionAndScroll(FxRobot robot) {
        EndpointList list = Samples.many(50_000);
        show(robot, list);
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        robot.interact(() -> {
            table.scrollTo(30_000);
            table.getSelectionModel().select(30_003);
        });
        settle();
        int firstSeen = firstSeen(robot);
        show(robot, changed(list));
        robot.interact(() -> view.model().show(Samples.on()));
        settle();
        assertThat(table.getSelectionModel().getSelectedItem().id()).isEqualTo(Samples.id(30_004));
        // one row above was deleted, so the same rows now lie one place higher
        assertThat(firstSeen(robot)).isBetween(firstSeen - 2, firstSeen);
    }

    @Test
    void aSearchAndAnOrderKeepAllThatWasSelectedAndIsStillThere(FxRobot robot) {
        show(robot, Samples.THREE);
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        robot.interact(() -> table.getSelectionModel().selectIndices(0, 2));
        sort(robot, table, "column-server");
        assertThat(table.getSelectionModel().getSelectedItems()).extracting(row -> row.entry().name())
                .containsExactlyInAnyOrder("Amsterdam", "Сервер Кати");
        robot.clickOn("#search-field").write("amster");
        settle();
        assertThat(table.getSelectionModel().getSelectedItems()).extracting(row -> row.entry().name())
                .containsExactly("Amsterdam");
    }

    @Test
    void theNextRowTakesThePlaceOfOneThatWasDeleted(FxRobot robot) {
        show(robot, Samples.THREE);
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        robot.clickOn("Oslo, the library");
        show(robot, new EndpointList(List.of(Samples.AMSTERDAM, Samples.KEPT)));
        assertThat(table.getSelectionModel().getSelectedItems()).extracting(row -> row.entry().name())
                .containsExactly("Сервер Кати");
        assertThat(table.getFocusModel().getFocusedIndex()).isEqualTo(1);
    }

    @Test
    void allOfALongListAreStillSelectedInAnotherOrder(FxRobot robot) {
        show(robot, Samples.many(5_000));
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        robot.interact(() -> table.getSelectionModel().selectAll());
        sort(robot, table, "column-name");
        assertThat(table.getItems().get(1).entry().name()).isEqualTo("Volunteer 10");
        assertThat(table.getSelectionModel().getSelectedItems()).hasSize(5_000);
    }

    @Test
    void withAllSelectedShiftNarrowsToWhatLiesBetween(FxRobot robot) {
        show(robot, Samples.many(50_000));
        robot.clickOn("Volunteer 3").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.SHIFT, KeyCode.DOWN);
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(2, 3);
        robot.push(KeyCode.SHIFT, KeyCode.HOME);
        assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(0, 1, 2);
        robot.push(KeyCode.END).push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(49_998, 49_999);
    }

    @Test
    void sortedByOpeningTheQuickestComesFirstAndTheUntriedLast(FxRobot robot) {
        show(robot, Samples.THREE);
        robot.interact(() -> view.model().show(Samples.on()));
        TableView<EndpointRow> table = robot.lookup("#endpoints-table").queryTableView();
        sort(robot, table, "column-first-byte");
        assertThat(table.getItems().stream().map(row -> row.entry().name()))
                .containsExactly("Oslo, the library", "Amsterdam", "Сервер Кати");
    }

    @Test
    void healthIsReadOutInWords(FxRobot robot) {
        show(robot, Samples.THREE);
        robot.interact(() -> view.model().show(Samples.on()));
        settle();
        assertThat(robot.lookup(".health-cell").queryAll().stream().map(Node::getAccessibleText))
                .contains(
                        "Does not work. Amsterdam did not answer in time. Check that this computer is online; if it is,"
                                + " try or add other endpoints.",
                        "Works", "Not tried yet");
    }

    private static EndpointList changed(EndpointList list) {
        List<ListEntry> entries = new ArrayList<>(list.entries());
        entries.remove(5);
        entries.add(Samples.numbered(50_001));
        return new EndpointList(entries);
    }

    private void show(FxRobot robot, EndpointList list) {
        robot.interact(() -> view.model().show(list));
        settle();
    }

    private static int firstSeen(FxRobot robot) {
        return robot.lookup(".table-row-cell").queryAll().stream().map(IndexedCell.class::cast)
                .filter(cell -> !cell.isEmpty()).mapToInt(cell -> cell.getIndex()).min().orElseThrow();
    }

    private void sort(FxRobot robot, TableView<EndpointRow> table, String id) {
        robot.interact(() -> table.getColumns().stream().filter(column -> id.equals(column.getId()))
                .forEach(table.getSortOrder()::add));
        settle();
    }

    /** A long list is arranged on another thread. */
    private void settle() {
        do {
            WaitForAsyncUtils.waitForFxEvents();
        } while (!view.model().isSettled());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
