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
        setContentDisplay(ContentDisplay.LEFT);
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
            drawn.setManaged(false); // the label leaves it alone, so that its text has all the room
            line = drawn;
        }
        drawn.show(times);
        return drawn;
    }

    /** At the end of the cell, so that lines of rows stand under each other, where the text leaves room for it. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof Sparkline drawn) {
            double width = drawn.prefWidth(-1);
            double height = drawn.prefHeight(-1);
            drawn.setVisible(prefWidth(-1) + width <= getWidth());
            drawn.resizeRelocate(getWidth() - snappedRightInset() - width, (getHeight() - height) / 2, width, height);
        }
    }
}
