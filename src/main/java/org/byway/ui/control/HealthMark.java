package org.byway.ui.control;

import javafx.scene.layout.Region;
import org.byway.engine.health.HealthState;

/**
 * The small mark of health: a ring, a disc, a triangle or a cross, so that it reads without colour too. The stylesheet has the
 * shapes; as the shape of a region, unlike as a path, each is drawn once and shared by all that look the same.
 */
public final class HealthMark extends Region {
    public HealthMark() {
        getStyleClass().setAll("health-mark");
    }

    public void show(HealthState health) {
        String look = switch (health) {
            case UNKNOWN -> "is-unknown";
            case ALIVE -> "is-alive";
            case SUSPECT -> "is-suspect";
            case DOWN -> "is-down";
        };
        if (!getStyleClass().contains(look)) {
            getStyleClass().setAll("health-mark", look);
        }
    }
}
