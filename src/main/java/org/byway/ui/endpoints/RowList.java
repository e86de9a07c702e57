package org.byway.ui.endpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.jspecify.annotations.Nullable;

/** The rows by id: follows a list by removing, adding and moving, so that a table keeps its selection and scroll. */
final class RowList {
    private final ObservableList<EndpointRow> rows = FXCollections.observableArrayList();
    private final Map<EndpointId, EndpointRow> byId = new HashMap<>();
    private final EndpointRow.Places countries;

    RowList(EndpointRow.Places countries) {
        this.countries = countries;
    }

    ObservableList<EndpointRow> rows() {
        return rows;
    }

    @Nullable
    EndpointRow find(EndpointId id) {
        return byId.get(id);
    }

    void follow(EndpointList list) {
        Map<EndpointId, Integer> places = new HashMap<>();
        list.entries().forEach(entry -> places.put(entry.id(), places.size()));
        if (byId.keySet().retainAll(places.keySet())) {
            rows.removeIf(row -> !places.containsKey(row.id()));
        }
        rows.addAll(refreshed(list));
        if (!isInOrder(list)) {
            // a sort is told to the table as a permutation, which it follows without losing its selection
            rows.sort(Comparator.comparingInt(row -> places.getOrDefault(row.id(), Integer.MAX_VALUE)));
        }
    }

    /** Gives the rows that are there their newest entries, and makes rows for those that are not. */
    private List<EndpointRow> refreshed(EndpointList list) {
        List<EndpointRow> fresh = new ArrayList<>();
        for (ListEntry entry : list.entries()) {
            EndpointRow row = byId.get(entry.id());
            if (row == null) {
                row = new EndpointRow(entry, countries);
                byId.put(entry.id(), row);
                fresh.add(row);
            } else {
                row.change(state -> state.withEntry(entry));
            }
        }
        return fresh;
    }

    private boolean isInOrder(EndpointList list) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).id().equals(list.entries().get(i).id())) {
                return false;
            }
        }
        return true;
    }
}
