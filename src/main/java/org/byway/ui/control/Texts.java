package org.byway.ui.control;

import javafx.scene.control.Label;

/** Labels in the sizes of the visual language. */
public final class Texts {
    private Texts() {}

    public static Label title(String text) {
        return styled(text, "page-title");
    }

    /** What stands out on a page without being its title. */
    public static Label heading(String text) {
        return styled(text, "page-heading");
    }

    public static Label body(String text) {
        return styled(text, "page-text");
    }

    /** Quiet text beside something. */
    public static Label caption(String text) {
        return styled(text, "page-caption");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
