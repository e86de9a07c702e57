package org.byway.ui.endpoints;

import java.util.Comparator;
import javafx.scene.control.TableColumn;

/** A column that orders whole rows. */
final class RowColumn extends TableColumn<EndpointRow, RowState> {
    private final Comparator<Sight> rows;

    RowColumn(String title, Comparator<Sight> rows) {
        super(title);
        this.rows = rows;
    }

    /** As the arrow in its head points. */
    Comparator<Sight> order() {
        return getSortType() == SortType.DESCENDING ? rows.reversed() : rows;
    }
}
