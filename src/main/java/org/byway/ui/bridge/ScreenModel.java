package org.byway.ui.bridge;

import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.Settings;

/** What a screen knows: told each newest value, on the JavaFX thread, also while nobody sees the screen. */
public interface ScreenModel {
    /** Of a screen that always says the same. */
    ScreenModel NOTHING = new ScreenModel() {};

    default void show(EngineSnapshot snapshot) {}

    default void show(EndpointList list) {}

    default void show(Settings settings) {}
}
