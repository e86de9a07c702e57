package org.byway.ui.connections;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.byway.engine.standing.OpenConnection;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Icon;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The button that closes a connection. */
final class CloseCell extends TableCell<ConnectionRow, OpenConnection> {
    private final Words words;
    private final Button close;

    CloseCell(ConnectionsViewModel model, Words words) {
        this.words = words;
        close = Actions.pictured("close-connection-button", words.text("connections-screen.close"), Icon.CLOSE);
        close.getStyleClass().add("small-button");
        close.setOnAction(press -> model.close(List.of(getTableRow().getItem())));
    }

    @Override
    protected void updateItem(@Nullable OpenConnection connection, boolean isEmpty) {
        super.updateItem(connection, isEmpty);
        setGraphic(isEmpty || connection == null ? null : close);
        if (connection != null) {
            close.setAccessibleText(words.text("connections-screen.close") + ": " + connection.to());
        }
    }
}
