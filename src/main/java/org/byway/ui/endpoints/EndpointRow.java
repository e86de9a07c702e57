package org.byway.ui.endpoints;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.byway.engine.health.EndpointStatus;
import org.byway.geo.Country;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.jspecify.annotations.Nullable;

/**
 * One row: an entry of the list with what the engine knows about it, both changed in place on the JavaFX thread and read on
 * any. Of 50,000 nearly all are never seen, so what only cells need is made when a cell first shows the row.
 */
final class EndpointRow {
    private final EndpointId id;
    private final Places places;
    private volatile RowState now;
    private volatile @Nullable Place place;
    private @Nullable ReadOnlyObjectWrapper<RowState> shown;

    /** In which country an entry is. */
    interface Places {
        Optional<Country> of(ListEntry entry);

        /** Whether later answers will be the same. */
        boolean areKnown();
    }

    /** Kept, because looking it up costs something. */
    private record Place(ListEntry of, Optional<Country> country) {}

    EndpointRow(ListEntry entry, Places places) {
        this.id = entry.id();
        this.places = places;
        this.now = RowState.of(entry);
    }

    EndpointId id() {
        return id;
    }

    RowState now() {
        return now;
    }

    ListEntry entry() {
        return now.entry();
    }

    EndpointStatus status() {
        return now.status();
    }

    /** For cells. */
    ReadOnlyObjectProperty<RowState> state() {
        if (shown == null) {
            shown = new ReadOnlyObjectWrapper<>(now);
        }
        return shown.getReadOnlyProperty();
    }

    void change(Function<RowState, RowState> change) {
        RowState before = now;
        RowState after = change.apply(before);
        if (!after.equals(before)) {
            become(after);
        }
    }

    /** For what is known to be another. */
    void become(RowState after) {
        now = after;
        if (shown != null) {
            shown.set(after);
        }
    }

    Optional<Country> country() {
        return country(entry());
    }

    /** Where it is with this entry, which may be one that it gets later. */
    Optional<Country> country(ListEntry entry) {
        Place kept = place;
        if (kept != null && kept.of().equals(entry)) {
            return kept.country();
        }
        boolean isFinal = places.areKnown();
        Optional<Country> found = places.of(entry);
        if (isFinal) {
            place = new Place(entry, found);
        }
        return found;
    }
}
