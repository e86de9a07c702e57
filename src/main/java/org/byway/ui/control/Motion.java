package org.byway.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether anything may move by itself; what moves asks here and stands still where a person or the desktop wants it to. */
public final class Motion {
    private static final BooleanProperty REDUCED = new SimpleBooleanProperty();

    private Motion() {}

    /** On the JavaFX thread. */
    public static void reduce(boolean isReduced) {
        REDUCED.set(isReduced);
    }

    public static ReadOnlyBooleanProperty reduced() {
        return REDUCED;
    }
}
