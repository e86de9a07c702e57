package org.byway.ui.control;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.byway.engine.health.HealthState;
import org.jspecify.annotations.Nullable;

/** The small mark of health: a ring, a disc, a triangle or a cross, so that it reads without colour too. */
public final class HealthMark extends StackPane {
    private final SVGPath shape = new SVGPath();
    private @Nullable HealthState shown;

    public HealthMark() {
        shape.setScaleX(TextScale.of(1));
        shape.setScaleY(TextScale.of(1));
        getChildren().add(new Group(shape));
    }

    public void show(HealthState health) {
        if (health == shown) {
            return;
        }
        shown = health;
        shape.setContent(switch (health) {
            case UNKNOWN -> "M6 2 A4 4 0 1 1 5.99 2 Z";
            case ALIVE -> "M6 1 A5 5 0 1 1 5.99 1 Z";
            case SUSPECT -> "M6 1 L11.5 11 H0.5 Z";
            case DOWN -> "M2 2 L10 10 M10 2 L2 10";
        });
        shape.getStyleClass().setAll("health-mark", switch (health) {
            case UNKNOWN -> "is-unknown";
            case ALIVE -> "is-alive";
            case SUSPECT -> "is-suspect";
            case DOWN -> "is-down";
        });
    }
}
