package org.byway.ui.endpoints;

import java.util.List;
import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.byway.model.EndpointId;
import org.jspecify.annotations.Nullable;

/** The table: only rows on the screen exist as controls, so 50,000 entries cost as much as fifty. */
final class EndpointTable extends TableView<EndpointRow> {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final EndpointsViewModel model;

    EndpointTable(EndpointsViewModel model, EndpointColumns columns) {
        this.model = model;
        setId("endpoints-table");
        getStyleClass().addAll("dense", "edge-to-edge", "endpoint-table");
        SortedList<EndpointRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns().setAll(columns.all());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(ignored -> new Row());
        setOnKeyPressed(key -> pressed(key.getCode()));
    }

    /** The one row that is selected, where it is one that can be used. */
    Optional<EndpointRow> usable() {
        return getSelectionModel().getSelectedItems().size() == 1
                ? Optional.ofNullable(getSelectionModel().getSelectedItem()).filter(EndpointsViewModel::isUsable)
                : Optional.empty();
    }

    void deleteSelected() {
        model.delete(List.copyOf(getSelectionModel().getSelectedItems()));
    }

    private void pressed(KeyCode key) {
        if (key == KeyCode.ENTER) {
            usable().ifPresent(model::use);
        } else if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) {
            deleteSelected();
        }
    }

    /** A row that shows whether new connections go through it. */
    private final class Row extends TableRow<EndpointRow> {
        Row() {
            model.inUse().subscribe(this::mark);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                    usable().ifPresent(model::use);
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
