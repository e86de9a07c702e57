package org.byway.ui.endpoints;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** One stretch of a list was put in the place of another. The toolkit's own way of telling it would take each element into its hand. */
final class Replacement<E> extends ListChangeListener.Change<E> {
    private final int from;
    private final int to;
    private final List<E> removed;
    private boolean isTold;

    /** @param to behind the last that is new; {@code from} where none is */
    Replacement(ObservableList<E> list, int from, int to, List<E> removed) {
        super(list);
        this.from = from;
        this.to = to;
        this.removed = removed;
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
        return from;
    }

    @Override
    public int getTo() {
        return to;
    }

    @Override
    public List<E> getRemoved() {
        return removed;
    }

    @Override
    protected int[] getPermutation() {
        return new int[0];
    }
}
