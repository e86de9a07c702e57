package org.byway.ui.endpoints;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows something of its row as text. */
final class TextCell extends TableCell<EndpointRow, RowState> {
    private final Function<EndpointRow, String> text;

    TextCell(Function<EndpointRow, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        EndpointRow row = getTableRow() == null ? null : getTableRow().getItem();
        setText(isEmpty || state == null || row == null ? null : text.apply(row));
    }
}
