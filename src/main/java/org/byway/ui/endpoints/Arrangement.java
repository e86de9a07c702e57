package org.byway.ui.endpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Which rows are shown, and in which order: the pinned before the others in every one. */
record Arrangement(Search search, Comparator<Sight> order) {
    /** All of them, as the list has them. */
    static final Arrangement PLAIN = new Arrangement(Search.ALL, (_, _) -> 0);

    private static final Comparator<Sight> PINNED_FIRST = Comparator.comparing(Sight::isPinned).reversed();

    Arrangement with(Search other) {
        return new Arrangement(other.isEmpty() ? Search.ALL : other, order);
    }

    Arrangement with(Comparator<Sight> other) {
        return new Arrangement(search, other);
    }

    /**
     * The rows that are shown; from any thread.
     *
     * @param states what each of them says, or is about to
     */
    List<EndpointRow> of(List<EndpointRow> rows, Function<EndpointRow, RowState> states) {
        if (this.equals(PLAIN)) {
            return pinnedFirst(rows, states);
        }
        List<Sight> found = new ArrayList<>(rows.size());
        for (EndpointRow row : rows) {
            Sight sight = Sight.of(row, states.apply(row));
            if (search.finds(sight)) {
                found.add(sight);
            }
        }
        found.sort(PINNED_FIRST.thenComparing(order));
        return found.stream().map(Sight::row).toList();
    }

    /** Nothing has to be looked up for it. */
    private static List<EndpointRow> pinnedFirst(List<EndpointRow> rows, Function<EndpointRow, RowState> states) {
        List<EndpointRow> pinned = new ArrayList<>();
        List<EndpointRow> others = new ArrayList<>(rows.size());
        rows.forEach(row -> (states.apply(row).entry().isPinned() ? pinned : others).add(row));
        if (pinned.isEmpty()) {
            return rows;
        }
        pinned.addAll(others);
        return List.copyOf(pinned);
    }
}
