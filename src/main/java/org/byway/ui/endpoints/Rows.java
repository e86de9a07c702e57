package org.byway.ui.endpoints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list in its order, and by id. Never changed, so that those of the next list can be made on another thread:
 * an entry that was there before keeps its row.
 */
record Rows(EndpointList list, List<EndpointRow> inOrder, Map<EndpointId, EndpointRow> byId) {
    static final Rows NONE = new Rows(EndpointList.EMPTY, List.of(), Map.of());

    /**
     * The rows of another list.
     *
     * @param isOther whether the list is not the one of before
     * @param renewed what rows of before are to be given, on their own thread
     */
    record Next(Rows rows, boolean isOther, Map<EndpointId, Renewal> renewed) {
        RowState state(EndpointRow row) {
            Renewal renewal = renewed.get(row.id());
            return renewal == null ? row.now() : renewal.state();
        }
    }

    /**
     * Another entry for a row, compared with the one that it has: for all of a long list that takes too long for the row's thread.
     */
    record Renewal(EndpointRow row, ListEntry entry, boolean isSameServer) {
        RowState state() {
            return row.now().withEntry(entry, isSameServer);
        }
    }

    /** From any thread. */
    Next next(EndpointList newest, EndpointRow.Places places) {
        if (newest.equals(list)) {
            return new Next(this, false, Map.of());
        }
        List<EndpointRow> order = new ArrayList<>(newest.size());
        Map<EndpointId, EndpointRow> found = HashMap.newHashMap(newest.size());
        Map<EndpointId, Renewal> renewed = new HashMap<>();
        for (ListEntry entry : newest.entries()) {
            EndpointRow known = byId.get(entry.id());
            EndpointRow row = known == null ? new EndpointRow(entry, places) : known;
            if (found.putIfAbsent(entry.id(), row) == null) {
                order.add(row);
                if (known != null && !known.entry().equals(entry)) {
                    boolean isSameServer = known.entry().endpoint().equals(entry.endpoint());
                    renewed.put(entry.id(), new Renewal(known, entry, isSameServer));
                }
            }
        }
        return new Next(new Rows(newest, List.copyOf(order), found), true, renewed);
    }

    /** Each is another: a property that holds one would compare all that is in it, on the window's thread. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    Optional<EndpointRow> find(EndpointId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
