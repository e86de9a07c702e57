package org.byway.ui.bridge;

import java.util.Optional;
import javafx.scene.layout.Region;

/** A screen as the shell sees it; all calls on the JavaFX thread. */
public interface ScreenView {
    Region root();

    default ScreenModel model() {
        return ScreenModel.NOTHING;
    }

    /** Told when the screen comes into sight and leaves it, so that what nobody sees costs nothing. */
    default void inSight(boolean isSeen) {}

    /** Where what is pasted or dropped belongs; one screen has it. */
    default Optional<Intake> intake() {
        return Optional.empty();
    }
}
