package org.byway.ui.connections;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.byway.engine.standing.OpenConnection;

/** A connection, whose counts change in place. */
final class ConnectionRow {
    private final ReadOnlyObjectWrapper<OpenConnection> value;

    ConnectionRow(OpenConnection connection) {
        value = new ReadOnlyObjectWrapper<>(connection);
    }

    ReadOnlyObjectProperty<OpenConnection> value() {
        return value.getReadOnlyProperty();
    }

    void set(OpenConnection newer) {
        value.set(newer);
    }
}
