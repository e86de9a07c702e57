package org.byway.ui.endpoints;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is; where there is too little room the middle is left out, since the port at the end tells servers apart. An
 * address runs from left to right in every language: figures on both sides of a gap would change places otherwise.
 */
final class ServerCell extends TableCell<EndpointRow, RowState> {
    ServerCell(Words words) {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAlignment(words.language().readsFromTheRight() ? Pos.BASELINE_RIGHT : Pos.BASELINE_LEFT);
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        setText(isEmpty || state == null ? null : state.entry().endpoint().server().toString());
    }
}
