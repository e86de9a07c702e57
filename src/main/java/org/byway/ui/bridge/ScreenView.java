package org.byway.ui.bridge;

import javafx.scene.layout.Region;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;

/** A screen as the shell sees it; all calls on the JavaFX thread. */
public interface ScreenView {
    Region root();

    void update(EngineSnapshot snapshot);

    void update(EndpointList list);

    /** Told when the screen comes into sight and leaves it, so that what nobody sees costs nothing. */
    default void inSight(boolean isSeen) {}
}
