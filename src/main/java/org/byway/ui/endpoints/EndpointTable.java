package org.byway.ui.endpoints;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.byway.model.EndpointId;
import org.byway.ui.control.Columns;
import org.jspecify.annotations.Nullable;

/**
 * The table: only rows on the screen exist as controls, so 50,000 entries cost as much as fifty. Which rows there are, and
 * in which order, is the model's; selection and keyboard stay on the rows that they were on.
 */
final class EndpointTable extends TableView<EndpointRow> {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final EndpointsViewModel model;
    private final Consumer<EndpointAction> actions;
    private final ShownRows shown = new ShownRows();
    private final RowSelection selection = new RowSelection(this);

    EndpointTable(EndpointsViewModel model, EndpointColumns columns, Consumer<EndpointAction> actions) {
        this.model = model;
        this.actions = actions;
        setId("endpoints-table");
        getStyleClass().addAll("dense", "edge-to-edge", "endpoint-table");
        setSortPolicy(table -> {
            model.order(order());
            return true;
        });
        setItems(shown);
        getColumns().setAll(columns.all());
        Columns.fit(this);
        model.all().subscribe(rows -> hideHeads(rows.inOrder().isEmpty()));
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        setSelectionModel(selection);
        setRowFactory(ignored -> new Row());
        // before the table itself, which takes Ctrl+A for all and some keys for moving
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.found().subscribe(this::show);
    }

    /** Over an empty list heads would only be something to read. */
    private void hideHeads(boolean isEmpty) {
        getStyleClass().remove("no-header");
        if (isEmpty) {
            getStyleClass().add("no-header");
        }
    }

    private Comparator<Sight> order() {
        Comparator<Sight> order = Arrangement.PLAIN.order();
        for (TableColumn<EndpointRow, ?> column : getSortOrder()) {
            order = order.thenComparing(((RowColumn) column).order());
        }
        return order;
    }

    private void show(List<EndpointRow> rows) {
        EndpointRow focused = getFocusModel().getFocusedItem();
        int place = getFocusModel().getFocusedIndex();
        boolean isOne = getSelectionModel().getSelectedItems().size() == 1;
        if (shown.become(rows)) {
            selection.follow(rows);
            int now = focused == null ? -1 : rows.indexOf(focused);
            if (now >= 0) {
                getFocusModel().focus(now);
            } else if (focused != null && model.find(focused.id()).isEmpty()) {
                stepIn(place, isOne);
            }
        }
    }

    /** The next row takes the place of one that was deleted. */
    private void stepIn(int place, boolean isSelected) {
        int next = Math.min(place, shown.size() - 1);
        if (isSelected && next >= 0) {
            selection.clearAndSelect(next);
        } else {
            getFocusModel().focus(next);
        }
    }

    /** The rows that are selected, from above. */
    List<EndpointRow> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    private void pressed(KeyEvent key) {
        for (EndpointAction action : EndpointAction.values()) {
            boolean isMeant = action.shortcut().match(key);
            boolean isOther = action == EndpointAction.DELETE && key.getCode() == KeyCode.BACK_SPACE;
            if (isMeant || isOther) {
                actions.accept(action);
                key.consume();
                return;
            }
        }
    }

    /** A row that shows whether new connections go through it. */
    private final class Row extends TableRow<EndpointRow> {
        Row() {
            model.inUse().subscribe(this::mark);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && !isEmpty()) {
                    actions.accept(EndpointAction.USE);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable EndpointRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            mark(model.inUse().get());
        }

        private void mark(Optional<EndpointId> inUse) {
            EndpointRow row = getItem();
            pseudoClassStateChanged(IN_USE, row != null && inUse.filter(row.id()::equals).isPresent());
        }
    }
}
