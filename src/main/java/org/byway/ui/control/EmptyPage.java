package org.byway.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands where there is nothing yet: what is missing, and the way on. */
public final class EmptyPage extends VBox {
    private static final double LARGE = 48;

    public EmptyPage(Icon icon, String title, String lead, Node... ways) {
        getStyleClass().add("empty-page");
        setAlignment(Pos.CENTER);
        getChildren().addAll(icon.sized(LARGE), Texts.heading(title), Texts.caption(lead));
        getChildren().addAll(ways);
    }
}
