package org.byway.ui.control;

/** How much larger than usual a person has made the text; icons and columns follow. JavaFX thread only. */
public final class TextScale {
    private static double factor = 1;

    private TextScale() {}

    /** Counts for what is built from now on. */
    public static void set(int percent) {
        factor = percent / 100.0;
    }

    /** A size in points as it is with the text that large. */
    public static double of(double size) {
        return size * factor;
    }
}
