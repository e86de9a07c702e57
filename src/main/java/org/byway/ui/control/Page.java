package org.byway.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A column of text and fields in the middle of the window, which scrolls where it is higher. */
public final class Page extends ScrollPane {
    private final HBox centred;

    /** @param column as wide as its style allows */
    public Page(Region column) {
        centred = new HBox(column);
        centred.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(column, Priority.ALWAYS);
        setContent(centred);
        setFitToWidth(true);
    }

    /** Scrolls no further than it takes for all of a part to be seen, or its top where it is higher than the window. */
    public void reveal(Node part) {
        applyCss();
        layout();
        double seen = getViewportBounds().getHeight();
        double hidden = centred.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds where = centred.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        double offset = getVvalue() * hidden;
        double wanted = Math.max(offset, Math.min(where.getMinY(), where.getMaxY() - seen));
        setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
}
