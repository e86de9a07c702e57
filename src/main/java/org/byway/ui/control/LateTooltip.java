package org.byway.ui.control;

import java.util.function.Supplier;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A tooltip that is made when the mouse first comes: one is a window of its own, and most cells are never pointed at. */
public final class LateTooltip {
    private final Control control;
    private final Supplier<String> text;
    private @Nullable Tooltip made;

    private LateTooltip(Control control, Supplier<String> text) {
        this.control = control;
        this.text = text;
    }

    /** @param text asked for whenever the mouse comes; none is shown where it is empty */
    public static void on(Control control, Supplier<String> text) {
        LateTooltip late = new LateTooltip(control, text);
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, coming -> late.show());
    }

    private void show() {
        String said = text.get();
        if (said.isEmpty()) {
            control.setTooltip(null);
            return;
        }
        Tooltip tooltip = made == null ? new Tooltip() : made;
        tooltip.setText(said);
        control.setTooltip(tooltip);
        made = tooltip;
    }
}
