package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
            TableView<EndpointRow> usual = new TableView<>(FXCollections.observableArrayList(rows));
            usual.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
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
