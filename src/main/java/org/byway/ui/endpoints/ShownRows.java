package org.byway.ui.endpoints;

import java.util.List;
import javafx.collections.ListChangeListener;
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
        fireChange(new Replaced(before));
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

    /** Everything was. The list's own way of telling it would take each row into its hand. */
    private final class Replaced extends ListChangeListener.Change<EndpointRow> {
        private final List<EndpointRow> before;
        private boolean isTold;

        Replaced(List<EndpointRow> before) {
            super(ShownRows.this);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean isNew = !isTold;
            isTold = true;
            return isNew;
        }

        @Override
        public void reset() {
            isTold = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return ShownRows.this.size();
        }

        @Override
        public List<EndpointRow> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
