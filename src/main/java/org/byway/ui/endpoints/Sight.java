package org.byway.ui.endpoints;

import java.util.Optional;
import org.byway.geo.Country;
import org.byway.model.ListEntry;

/** A row as it is at one moment, so that an order is made of what does not change meanwhile. */
record Sight(EndpointRow row, RowState state, Optional<Country> country) {
    /** From any thread. */
    static Sight of(EndpointRow row, RowState state) {
        return new Sight(row, state, row.country(state.entry()));
    }

    ListEntry entry() {
        return state.entry();
    }

    boolean isPinned() {
        return entry().isPinned();
    }

    String protocol() {
        return entry().endpoint().protocol();
    }
}
