package org.byway.ui.endpoints;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Where the server is; where there is too little room the middle is left out, since the port at the end tells servers apart. */
final class ServerCell extends TableCell<EndpointRow, RowState> {
    ServerCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        setText(isEmpty || state == null ? null : state.entry().endpoint().server().toString());
    }
}
