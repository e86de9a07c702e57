package org.byway.ui.endpoints;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.event.EventDispatcher;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are selected: whole ones, and as many as there are. The toolkit's own selection keeps an object for each
 * and takes them out one after the other, which stops the window for more than a second where there are 50,000.
 */
final class RowSelection extends TableView.TableViewSelectionModel<EndpointRow> {
    /** Where the toolkit keeps from which row Shift goes on. */
    private static final String ANCHOR = "anchor";

    private final Places places = new Places();
    private final Picked<Integer> indices = new Picked<>(place -> place);
    private final Picked<EndpointRow> items = new Picked<>(this::row);
    @SuppressWarnings("rawtypes") // as the toolkit has it
    private final Picked<TablePosition> cells = new Picked<>(this::cell);
    private List<EndpointRow> rows = List.of();
    private int @Nullable [] told;

    RowSelection(TableView<EndpointRow> table) {
        super(table);
        EventDispatcher usual = table.getEventDispatcher();
        table.setEventDispatcher((event, rest) -> event instanceof KeyEvent key && key.isShiftDown()
                ? atOnce(() -> usual.dispatchEvent(event, rest))
                : usual.dispatchEvent(event, rest));
    }

    /** With Shift the toolkit takes out one row after the other; what all of that comes to is told at its end. */
    private <R> @Nullable R atOnce(Supplier<@Nullable R> work) {
        if (told != null) {
            return work.get();
        }
        told = places.inOrder();
        try {
            return work.get();
        } finally {
            tellGathered();
            told = null;
        }
    }

    private void tellGathered() {
        int[] before = told;
        if (before != null) {
            told = null;
            tellSince(before);
            told = places.inOrder();
        }
    }

    /** These are shown from now on; what was selected and is among them stays it. */
    void follow(List<EndpointRow> next) {
        tellGathered();
        BitSet kept = new BitSet();
        if (!isEmpty()) {
            Set<EndpointRow> before = Collections.newSetFromMap(new IdentityHashMap<>(places.size()));
            before.addAll(items);
            IntStream.range(0, next.size()).filter(place -> before.contains(next.get(place))).forEach(kept::set);
        }
        List<EndpointRow> rowsBefore = rows;
        int[] placesBefore = places.inOrder();
        rows = next;
        moveAnchor(rowsBefore);
        places.become(kept);
        told = told == null ? null : places.inOrder();
        if (placesBefore.length > 0) {
            tell(0, places.size(), placesBefore, rowsBefore::get);
            lead(kept.length() - 1);
        }
    }

    /** It stays on its row. */
    private void moveAnchor(List<EndpointRow> before) {
        if (anchor() instanceof TablePosition<?, ?> anchor) {
            int place = anchor.getRow();
            int next = place >= 0 && place < before.size() ? rows.indexOf(before.get(place)) : -1;
            goOnFrom(next < 0 ? Math.min(place, rows.size() - 1) : next);
        }
    }

    private @Nullable Object anchor() {
        return getTableView().getProperties().get(ANCHOR);
    }

    private void goOnFrom(int place) {
        getTableView().getProperties().put(ANCHOR, cell(place));
    }

    private void become(BitSet next) {
        int[] before = places.inOrder();
        places.become(next);
        if (told == null) {
            tellSince(before);
        }
    }

    /** One change for everything between the first and the last that differ. */
    private void tellSince(int[] before) {
        int[] after = places.inOrder();
        int from = Arrays.mismatch(before, after);
        if (from >= 0) {
            int same = 0;
            int most = Math.min(before.length, after.length) - from;
            while (same < most && before[before.length - 1 - same] == after[after.length - 1 - same]) {
                same++;
            }
            tell(from, after.length - same, Arrays.copyOfRange(before, from, before.length - same), this::row);
        }
    }

    private void put(int place, boolean isIn) {
        if (places.has(place) != isIn) {
            places.put(place, isIn);
            if (told != null) {
                return;
            }
            int at = places.before(place);
            tell(at, isIn ? at + 1 : at, isIn ? new int[0] : new int[]{place}, this::row);
        }
    }

    /** @param rowBefore what was at a place that is told as removed */
    private void tell(int from, int to, int[] removed, IntFunction<EndpointRow> rowBefore) {
        items.tell(from, to, Places.as(removed, rowBefore));
        indices.tell(from, to, Places.as(removed, place -> place));
        // of those that are new the last is enough for the toolkit, which would make an object for each
        cells.tell(Math.max(from, to - 1), to, Places.as(removed, this::cell));
    }

    @Override
    public void selectAll() {
        if (!rows.isEmpty()) {
            int focused = getFocusedIndex();
            selectRange(0, rows.size());
            leadTo(focused < 0 ? rows.size() - 1 : focused, null);
        }
    }

    @Override
    public void select(int place) {
        select(place, (TableColumn<EndpointRow, ?>) null);
    }

    @Override
    public void select(int place, @Nullable TableColumn<EndpointRow, ?> column) {
        if (place == -1) {
            clearSelection();
        } else if (isRow(place)) {
            put(place, true);
            leadTo(place, column);
        }
    }

    @Override
    public void select(@Nullable EndpointRow row) {
        select(row == null ? -1 : rows.indexOf(row));
    }

    @Override
    public void clearAndSelect(int place) {
        clearAndSelect(place, (TableColumn<EndpointRow, ?>) null);
    }

    @Override
    public void clearAndSelect(int place, @Nullable TableColumn<EndpointRow, ?> column) {
        if (isRow(place)) {
            goOnFrom(place);
            BitSet one = new BitSet();
            one.set(place);
            become(one);
            leadTo(place, column);
        } else {
            clearSelection();
        }
    }

    @Override
    public void selectIndices(int place, int... others) {
        BitSet more = places.copy();
        IntStream.concat(IntStream.of(place), IntStream.of(others)).filter(this::isRow).forEach(more::set);
        become(more);
        int last = others.length == 0 ? place : others[others.length - 1];
        if (isRow(last)) {
            leadTo(last, null);
        }
    }

    /** @param end not included; where it is the lower one, it is where a person went up to */
    @Override
    public void selectRange(int begin, int end) {
        if (begin != end) {
            int last = begin < end ? end - 1 : end + 1;
            selectRange(begin, null, last, null);
        }
    }

    /** Both included, whichever is the lower; the second is where a person has pointed last. */
    @Override
    public void selectRange(int first, @Nullable TableColumnBase<EndpointRow, ?> firstColumn, int last,
            @Nullable TableColumnBase<EndpointRow, ?> lastColumn) {
        int from = Math.max(0, Math.min(first, last));
        int to = Math.min(rows.size() - 1, Math.max(first, last));
        if (from <= to) {
            BitSet more = places.copy();
            more.set(from, to + 1);
            become(more);
            leadTo(Math.clamp(last, from, to), null);
        }
    }

    @Override
    public void clearSelection() {
        become(new BitSet());
        leadTo(-1, null);
    }

    @Override
    public void clearSelection(int place) {
        put(place, false);
        if (isEmpty()) {
            lead(-1);
        }
    }

    @Override
    public void clearSelection(int place, @Nullable TableColumn<EndpointRow, ?> column) {
        clearSelection(place);
    }

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    @Override
    public void selectLeftCell() {
        // a row has no cell of its own
    }

    @Override
    public void selectRightCell() {
        // a row has no cell of its own
    }

    @Override
    public boolean isSelected(int place) {
        return places.has(place);
    }

    @Override
    public boolean isSelected(int place, @Nullable TableColumn<EndpointRow, ?> column) {
        return places.has(place);
    }

    @Override
    public boolean isEmpty() {
        return places.size() == 0;
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<EndpointRow> getSelectedItems() {
        return items;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the toolkit has it
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }

    private boolean isRow(int place) {
        return place >= 0 && place < rows.size();
    }

    private EndpointRow row(int place) {
        return rows.get(place);
    }

    @SuppressWarnings("rawtypes") // as the toolkit has it
    private TablePosition cell(int place) {
        return new TablePosition<EndpointRow, Object>(getTableView(), place, null);
    }

    private void leadTo(int place, @Nullable TableColumn<EndpointRow, ?> column) {
        lead(place);
        if (place < 0) {
            focus(place);
        } else {
            getTableView().getFocusModel().focus(place, column);
        }
    }

    /** The one of them that stands for all. */
    private void lead(int place) {
        setSelectedIndex(place);
        setSelectedItem(isRow(place) ? row(place) : null);
    }

    /** What is selected, seen in one of three ways. */
    private final class Picked<E> extends ObservableListBase<E> {
        private final IntFunction<E> made;

        Picked(IntFunction<E> made) {
            this.made = made;
        }

        void tell(int from, int to, List<E> removed) {
            fireChange(new Replacement<>(this, from, to, removed));
        }

        @Override
        public E get(int index) {
            return made.apply(places.inOrder()[index]);
        }

        @Override
        public int size() {
            return places.size();
        }
    }
}
