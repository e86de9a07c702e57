package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The toolkit's own selection is the model: whatever is asked of both, they say the same. */
@ExtendWith(ApplicationExtension.class)
class RowSelectionTest {
    private static final int ROWS = 12;

    private final ShownRows shown = new ShownRows();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsWhatTheToolkitsOwnIs(int seed, FxRobot robot) {
        robot.interact(() -> {
            List<EndpointRow> rows = rows(ROWS);
            TableView<EndpointRow> usual = usual(rows);
            TableView<EndpointRow> table = table(rows);
            List<Integer> mirrored = mirror(table.getSelectionModel().getSelectedIndices());
            List<EndpointRow> mirroredRows = mirror(table.getSelectionModel().getSelectedItems());
            Random random = new Random(seed);
            for (int step = 0; step < 400; step++) {
                int what = random.nextInt(11);
                int place = random.nextInt(ROWS);
                int other = random.nextInt(ROWS);
                ask(usual.getSelectionModel(), what, place, other);
                ask(table.getSelectionModel(), what, place, other);
                assertThat(table.getSelectionModel().getSelectedIndices()).as("after %d %d %d", what, place, other)
                        .containsExactlyInAnyOrderElementsOf(usual.getSelectionModel().getSelectedIndices())
                        .isEqualTo(mirrored);
                assertThat(table.getSelectionModel().getSelectedItems()).isEqualTo(mirroredRows);
                assertThat(table.getSelectionModel().getSelectedCells()).extracting(cell -> cell.getRow())
                        .isEqualTo(mirrored);
                assertThat(table.getFocusModel().getFocusedIndex()).as("focus after %d %d %d", what, place, other)
                        .isEqualTo(usual.getFocusModel().getFocusedIndex());
                assertThat(table.getSelectionModel().isEmpty()).isEqualTo(mirrored.isEmpty());
            }
        });
    }

    private static TableView<EndpointRow> usual(List<EndpointRow> rows) {
        TableView<EndpointRow> table = new TableView<>(FXCollections.observableArrayList(rows));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        return table;
    }

    private static void ask(TableView.TableViewSelectionModel<EndpointRow> of, int what, int place, int other) {
        switch (what) {
            case 0 -> of.clearAndSelect(place);
            case 1 -> of.clearSelection();
            case 2 -> of.clearSelection(place);
            case 3 -> of.selectAll();
            case 4 -> of.selectIndices(place, other);
            case 5 -> of.selectRange(Math.min(place, other), Math.max(place, other) + 1);
            case 6 -> of.selectNext();
            case 7 -> of.selectPrevious();
            case 8 -> of.selectFirst();
            default -> of.select(place);
        }
    }

    /** What the keys and the mouse of both tables do, which the toolkit makes of more than one question to the selection. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void keysAndClicksDoWhatTheyDoInTheToolkitsOwn(int seed, FxRobot robot) {
        robot.interact(() -> {
            List<EndpointRow> rows = rows(ROWS);
            TableView<EndpointRow> usual = usual(rows);
            TableView<EndpointRow> table = table(rows);
            Stage stage = shown(List.of(usual, table));
            List<Integer> mirrored = mirror(table.getSelectionModel().getSelectedIndices());
            Random random = new Random(seed);
            List<String> done = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                Gesture gesture = Gesture.any(random);
                done.add(gesture.toString());
                gesture.on(usual);
                gesture.on(table);
                bringFocus(usual, gesture);
                assertThat(table.getSelectionModel().getSelectedIndices()).as("after %s", done)
                        .containsExactlyInAnyOrderElementsOf(usual.getSelectionModel().getSelectedIndices())
                        .isEqualTo(mirrored);
                assertThat(table.getFocusModel().getFocusedIndex()).as("focus after %s", done)
                        .isEqualTo(usual.getFocusModel().getFocusedIndex());
            }
            stage.close();
        });
    }

    /** Back to the one row that is selected: asked to select it once more, the toolkit leaves the focus where Ctrl took it. */
    private static void bringFocus(TableView<EndpointRow> usual, Gesture last) {
        List<Integer> selected = usual.getSelectionModel().getSelectedIndices();
        if (!last.isWithControl() && selected.size() == 1) {
            usual.getFocusModel().focus(selected.getFirst());
        }
    }

    /** A key or a click, with what is held down meanwhile. */
    private record Gesture(Optional<KeyCode> key, int place, boolean isShifted, boolean isWithControl) {
        private static final List<KeyCode> KEYS = List.of(KeyCode.UP, KeyCode.DOWN, KeyCode.UP, KeyCode.DOWN,
                KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.SPACE);

        static Gesture any(Random random) {
            return switch (random.nextInt(8)) {
                case 0 -> new Gesture(Optional.of(KeyCode.A), 0, false, true);
                case 1, 2 -> new Gesture(Optional.empty(), random.nextInt(ROWS), random.nextBoolean(),
                        random.nextInt(4) == 0);
                default -> new Gesture(Optional.of(KEYS.get(random.nextInt(KEYS.size()))), 0, random.nextBoolean(),
                        random.nextInt(4) == 0);
            };
        }

        void on(TableView<EndpointRow> table) {
            if (key.isPresent()) {
                Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key.get(), isShifted, isWithControl,
                        false, false));
                table.layout();
                return;
            }
            Node cell = table.lookupAll(".table-cell").stream()
                    .filter(it -> it instanceof TableCell<?, ?> seen && seen.getIndex() == place).findFirst()
                    .orElseThrow();
            Point2D middle = cell.localToScene(5, 5);
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(cell, new MouseEvent(type, middle.getX(), middle.getY(), 0, 0, MouseButton.PRIMARY, 1,
                        isShifted, isWithControl, false, false, true, false, false, false, false, true, null));
            }
        }
    }

    @Test
    void inAnotherOrderTheSameRowsAreSelected(FxRobot robot) {
        robot.interact(() -> {
            List<EndpointRow> rows = rows(ROWS);
            TableView<EndpointRow> table = table(rows);
            table.getSelectionModel().selectIndices(2, 5, 11);
            List<EndpointRow> mirrored = mirror(table.getSelectionModel().getSelectedItems());
            List<EndpointRow> next = new ArrayList<>(rows);
            next.remove(5);
            Collections.reverse(next);
            become(table, next);
            assertThat(table.getSelectionModel().getSelectedItems()).containsExactly(rows.get(11), rows.get(2))
                    .isEqualTo(mirrored);
            assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(rows.get(2));
            become(table, rows.subList(3, 4));
            assertThat(mirrored).isEmpty();
            assertThat(table.getSelectionModel().getSelectedItem()).isNull();
        });
    }

    /** Which is why it is there. */
    @Test
    void howManyThereAreMakesNoDifference(FxRobot robot) {
        robot.interact(() -> {
            TableView<EndpointRow> table = table(rows(50_000));
            List<Integer> told = new ArrayList<>();
            table.getSelectionModel().getSelectedItems()
                    .addListener((ListChangeListener<EndpointRow>) change -> told.add(change.getList().size()));
            table.getSelectionModel().selectAll();
            table.getSelectionModel().clearAndSelect(40_000);
            table.getSelectionModel().selectAll();
            table.getSelectionModel().clearSelection();
            assertThat(told).containsExactly(50_000, 1, 50_000, 0);
        });
    }

    /** The toolkit takes out what is beyond it one by one. */
    @ParameterizedTest
    @EnumSource(names = {"UP", "DOWN", "PAGE_UP", "PAGE_DOWN", "HOME", "END"})
    void withAllOfALongListSelectedShiftIsAsQuickAsElsewhere(KeyCode key, FxRobot robot) {
        robot.interact(() -> {
            TableView<EndpointRow> table = table(rows(50_000));
            Stage stage = shown(List.of(table));
            table.getSelectionModel().clearAndSelect(20_000);
            table.getSelectionModel().selectAll();
            List<Integer> told = new ArrayList<>();
            table.getSelectionModel().getSelectedItems()
                    .addListener((ListChangeListener<EndpointRow>) change -> told.add(change.getList().size()));
            new Gesture(Optional.of(key), 0, true, false).on(table);
            assertThat(told).hasSizeLessThanOrEqualTo(2);
            assertThat(table.getSelectionModel().getSelectedIndices()).contains(20_000).hasSizeLessThan(30_001);
            stage.close();
        });
    }

    @Test
    void afterAnotherOrderShiftGoesOnFromTheSameRow(FxRobot robot) {
        robot.interact(() -> {
            List<EndpointRow> rows = rows(ROWS);
            TableView<EndpointRow> table = table(rows);
            Stage stage = shown(List.of(table));
            table.getSelectionModel().clearAndSelect(2);
            List<EndpointRow> next = new ArrayList<>(rows);
            Collections.reverse(next);
            become(table, next);
            table.getFocusModel().focus(9);
            new Gesture(Optional.of(KeyCode.DOWN), 0, true, false).on(table);
            assertThat(table.getSelectionModel().getSelectedItems()).containsExactly(rows.get(2), rows.get(1));
            stage.close();
        });
    }

    private static Stage shown(List<TableView<EndpointRow>> tables) {
        for (TableView<EndpointRow> table : tables) {
            TableColumn<EndpointRow, String> column = new TableColumn<>("name");
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().entry().name()));
            table.getColumns().add(column);
        }
        Stage stage = new Stage();
        stage.setScene(new Scene(new HBox(tables.toArray(Node[]::new)), 600, 600));
        stage.show();
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        return stage;
    }

    private TableView<EndpointRow> table(List<EndpointRow> rows) {
        TableView<EndpointRow> table = new TableView<>(shown);
        table.setSelectionModel(new RowSelection(table));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        become(table, rows);
        return table;
    }

    private void become(TableView<EndpointRow> table, List<EndpointRow> rows) {
        shown.become(rows);
        ((RowSelection) table.getSelectionModel()).follow(rows);
    }

    /** Kept up by what the list tells of its changes, and by nothing else. */
    private static <E> List<E> mirror(ObservableList<E> list) {
        List<E> mirrored = new ArrayList<>(list);
        list.addListener((ListChangeListener<E>) change -> {
            while (change.next()) {
                List<E> stretch = mirrored.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
                assertThat(stretch).isEqualTo(change.getRemoved());
                stretch.clear();
                mirrored.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
        return mirrored;
    }

    private static List<EndpointRow> rows(int count) {
        EndpointsViewModel model = new EndpointsViewModel(new RecordedCommands(), Words.forPerson(
                Optional.of("en")), new LongWork(Runnable::run, Runnable::run));
        model.show(new EndpointList(IntStream.rangeClosed(1, count).mapToObj(Samples::numbered).toList()));
        return model.rows();
    }
}
