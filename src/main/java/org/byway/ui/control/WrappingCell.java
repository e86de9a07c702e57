package org.byway.ui.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell as wide as its list, whose sentences wrap and make it as high as they need. */
public abstract class WrappingCell<T> extends ListCell<T> {
    private static final double SCROLL_BAR = 16;

    /** Puts a value into the parts of the cell and returns the node that holds them. */
    protected abstract Region show(T value);

    @Override
    protected void updateItem(@Nullable T value, boolean isEmpty) {
        super.updateItem(value, isEmpty);
        if (isEmpty || value == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            Region line = show(value);
            line.prefWidthProperty().unbind();
            line.prefWidthProperty().bind(
                    Bindings.createDoubleBinding(this::lineWidth, getListView().widthProperty(), insetsProperty()));
            setGraphic(line);
        }
    }

    /** None of its own: a cell that asked for the width of its sentence would never wrap it. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        // the list asks without a width, because it takes every cell for a single line
        return getGraphic() instanceof Region line
                ? snappedTopInset() + line.prefHeight(lineWidth()) + snappedBottomInset()
                : super.computePrefHeight(width);
    }

    /** Room for the scroll bar is left even without one, so that a line keeps its height when the bar appears. */
    private double lineWidth() {
        ListView<T> list = getListView();
        return list == null ? 0 : list.getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
    }
}
