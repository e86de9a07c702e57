package org.byway.ui.endpoints;

import javafx.scene.control.TableCell;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The time up to the first byte, and before it a line of how it was of late. The line keeps its place whatever the text is:
 * behind the text it would move, and the toolkit lays out a second time what moves.
 */
final class FirstByteCell extends TableCell<EndpointRow, RowState> {
    private final Words words;
    private @Nullable Sparkline line;

    FirstByteCell(Words words) {
        this.words = words;
        getStyleClass().add("first-byte-cell");
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        if (isEmpty || state == null || state.firstByte().isEmpty()) {
            setText(null);
            setGraphic(null);
        } else {
            setText(words.duration(state.firstByte().get()));
            setGraphic(lineOf(state.times()));
        }
    }

    private Sparkline lineOf(RecentTimes times) {
        Sparkline drawn = line;
        if (drawn == null) {
            drawn = new Sparkline();
            line = drawn;
        }
        drawn.show(times);
        return drawn;
    }
}
