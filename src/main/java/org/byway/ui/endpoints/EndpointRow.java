package org.byway.ui.endpoints;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.byway.engine.health.EndpointStatus;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;

/** One row: an entry of the list with what the engine knows about it, both changed in place. */
final class EndpointRow {
    private final EndpointId id;
    private final ObjectProperty<ListEntry> entry;
    private final ObjectProperty<EndpointStatus> status = new SimpleObjectProperty<>(EndpointStatus.UNKNOWN);

    EndpointRow(ListEntry entry) {
        this.id = entry.id();
        this.entry = new SimpleObjectProperty<>(entry);
    }

    EndpointId id() {
        return id;
    }

    ObjectProperty<ListEntry> entry() {
        return entry;
    }

    ObjectProperty<EndpointStatus> status() {
        return status;
    }
}
