package org.byway.ui.endpoints;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import org.byway.geo.CountryInName;
import org.byway.ui.control.Icon;
import org.jspecify.annotations.Nullable;

/** The name, with a pin before it where the row is pinned. */
final class NameCell extends TableCell<EndpointRow, RowState> {
    private static final double SMALL = 14;

    private @Nullable StackPane pin;

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        RowState shown = isEmpty ? null : state;
        setText(shown == null ? null : CountryInName.withoutFlags(shown.entry().name()));
        boolean isPinned = shown != null && shown.entry().isPinned();
        if (isPinned && pin == null) {
            pin = Icon.PIN.sized(SMALL);
            setContentDisplay(ContentDisplay.LEFT);
        }
        setGraphic(isPinned ? pin : null);
    }
}
