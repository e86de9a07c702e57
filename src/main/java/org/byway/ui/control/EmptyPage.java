package org.byway.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where there is nothing yet: what is missing, and the way on. */
public final class EmptyPage extends VBox {
    private static final double LARGE = 48;

    public EmptyPage(Icon icon, String title, String lead, Node... ways) {
        getStyleClass().add("empty-page");
        setAlignment(Pos.CENTER);
        getChildren().addAll(icon.sized(LARGE), centred(Texts.heading(title)), centred(Texts.caption(lead)));
        getChildren().addAll(ways);
    }

    /** Each of its lines, where there is room for less than all in one. */
    private static Label centred(Label label) {
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
