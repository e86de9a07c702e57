package org.byway.ui.endpoints;

import java.util.List;
import javafx.collections.ObservableListBase;

/** What the table shows, put in the place of what it showed before in one step and told as one change. */
final class ShownRows extends ObservableListBase<EndpointRow> {
    private List<EndpointRow> rows = List.of();

    /** False where that is what is shown already. */
    boolean become(List<EndpointRow> next) {
        if (next.equals(rows)) {
            return false;
        }
        List<EndpointRow> before = rows;
        rows = next;
        fireChange(new Replacement<>(this, 0, next.size(), before));
        return true;
    }

    @Override
    public EndpointRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
