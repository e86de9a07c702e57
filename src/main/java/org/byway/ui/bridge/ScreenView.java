package org.byway.ui.bridge;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;

/** A screen as the shell sees it; all calls on the JavaFX thread. */
public interface ScreenView {
    Region root();

    default void update(EngineSnapshot snapshot) {}

    default void update(EndpointList list) {}

    default void update(Settings settings) {}

    /** Told when the screen comes into sight and leaves it, so that what nobody sees costs nothing. */
    default void inSight(boolean isSeen) {}

    /** Where what is pasted or dropped belongs; one screen has it. */
    default Optional<Intake> intake() {
        return Optional.empty();
    }
}
