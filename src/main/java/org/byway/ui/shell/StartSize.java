package org.byway.ui.shell;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;

/** How large the window is at first. */
final class StartSize {
    private static final Dimension2D USUAL = new Dimension2D(1120, 720);
    /** In points: the frame and the title that the desktop puts round it. */
    private static final double FRAME = 40;

    private StartSize() {}

    /** On the screen that the desktop calls the first. */
    static Dimension2D here() {
        return in(javafx.stage.Screen.getPrimary().getVisualBounds());
    }

    /** No larger than a screen has room for: a small one, or a fine one on which everything is shown twice as large. */
    static Dimension2D in(Rectangle2D screen) {
        return new Dimension2D(Math.min(USUAL.getWidth(), screen.getWidth()),
                Math.min(USUAL.getHeight(), screen.getHeight() - FRAME));
    }
}
