package org.byway.ui.endpoints;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.transformation.SortedList;
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
 * The table: only rows on the screen exist as controls, so 50,000 entries cost as much as fifty. Pinned rows stand before
 * the others in every order.
 */
final class EndpointTable extends TableView<EndpointRow> {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");
    private static final Comparator<EndpointRow> PINNED_FIRST = Comparator
            .comparingInt(row -> row.entry().isPinned() ? 0 : 1);

    private final EndpointsViewModel model;
    private final BooleanBinding isBare;
    private final Consumer<EndpointAction> actions;

    EndpointTable(EndpointsViewModel model, EndpointColumns columns, Consumer<EndpointAction> actions) {
        this.model = model;
        this.isBare = Bindings.isEmpty(model.rows()); // a field, or it would be collected and tell nothing
        this.actions = actions;
        setId("endpoints-table");
        getStyleClass().addAll("dense", "edge-to-edge", "endpoint-table");
        SortedList<EndpointRow> sorted = new SortedList<>(model.found());
        // made anew for each arrangement, since the list sorts only where its comparator is another one
        sorted.comparatorProperty().bind(Bindings.createObjectBinding(this::order, comparatorProperty(), getSortOrder(),
                model.arrangement()));
        setSortPolicy(table -> true);
        setItems(sorted);
        getColumns().setAll(columns.all());
        Columns.fit(this);
        isBare.subscribe(this::hideHeads);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(ignored -> new Row());
        // before the table itself, which takes Ctrl+A for all and some keys for moving
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.arrangement().addListener(change -> refresh());
    }

    /** Over an empty list heads would only be something to read. */
    private void hideHeads(boolean isEmpty) {
        getStyleClass().remove("no-header");
        if (isEmpty) {
            getStyleClass().add("no-header");
        }
    }

    private Comparator<EndpointRow> order() {
        Comparator<EndpointRow> order = PINNED_FIRST.thenComparingInt(row -> 0);
        for (TableColumn<EndpointRow, ?> column : getSortOrder()) {
            order = order.thenComparing(((RowColumn) column).order());
        }
        return order;
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
