package org.byway.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Buttons of the visual language. */
public final class Actions {
    private static final double SMALL = 16;

    private Actions() {}

    /** Words with an icon before them. */
    public static Button labelled(String id, String text, Icon icon) {
        Button button = new Button(text, icon.sized(SMALL));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** An icon alone, whose words are read out and shown while it is pointed at. */
    public static Button pictured(String id, String text, Icon icon) {
        Button button = new Button(null, icon.sized(SMALL));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
