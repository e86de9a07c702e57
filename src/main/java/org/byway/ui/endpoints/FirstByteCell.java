package org.byway.ui.endpoints;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The time up to the first byte and, at the end of the cell, a line of how it was of late. */
final class FirstByteCell extends TableCell<EndpointRow, RowState> {
    private final Words words;
    private @Nullable Sparkline line;

    FirstByteCell(Words words) {
        this.words = words;
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        if (isEmpty || state == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(state.firstByte().map(words::duration).orElse(null));
            setGraphic(state.times().isLine() ? lineOf(state.times()) : null);
        }
    }

    private Node lineOf(RecentTimes times) {
        Sparkline drawn = line;
        if (drawn == null) {
            drawn = new Sparkline();
            line = drawn;
        }
        drawn.show(times);
        return drawn;
    }

    /** The label would put it right behind the text, and lines of rows would not stand under each other. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node graphic = getGraphic();
        if (graphic != null) {
            double end = getWidth() - snappedRightInset() - graphic.getLayoutBounds().getWidth();
            graphic.setTranslateX(end - graphic.getLayoutX()); // another layoutX would ask for another layout, for ever
        }
    }
}
