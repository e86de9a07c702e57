package org.byway.ui.control;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.byway.engine.EngineSnapshot.State;

/** The large round switch; its four states differ in icon, ring and fill, not by colour alone. */
public final class ConnectSwitch extends Button {
    private static final double ICON_SIZE = 72;

    public ConnectSwitch() {
        getStyleClass().add("connect-switch");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        show(State.OFF);
    }

    public void show(State state) {
        getStyleClass().removeAll(Arrays.stream(State.values()).map(ConnectSwitch::styleOf).toList());
        getStyleClass().add(styleOf(state));
        setGraphic(iconOf(state).sized(ICON_SIZE));
    }

    private static Icon iconOf(State state) {
        return switch (state) {
            case OFF -> Icon.POWER;
            case CONNECTING -> Icon.DOTS;
            case ON -> Icon.CHECK;
            case TROUBLE -> Icon.ALERT;
        };
    }

    private static String styleOf(State state) {
        return switch (state) {
            case OFF -> "is-off";
            case CONNECTING -> "is-connecting";
            case ON -> "is-on";
            case TROUBLE -> "is-trouble";
        };
    }
}
