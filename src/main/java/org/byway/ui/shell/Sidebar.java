package org.byway.ui.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.control.Mark;
import org.byway.words.Words;

/** The way between the screens, and the menu of the window below it. */
final class Sidebar extends VBox {
    private static final double MARK_SIZE = 28;

    private final ToggleGroup group = new ToggleGroup();

    Sidebar(Words words, Consumer<Screen> go) {
        getStyleClass().add("sidebar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        getChildren().add(brand());
        for (Screen screen : Screen.values()) {
            getChildren().add(way(screen, words, go));
        }
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        getChildren().add(between);
    }

    void mark(Screen screen) {
        group.getToggles().stream().filter(way -> way.getUserData() == screen).forEach(group::selectToggle);
    }

    private static Node brand() {
        Label name = new Label("Byway", new Mark(MARK_SIZE));
        name.getStyleClass().add("brand");
        HBox line = new HBox(name);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ToggleButton way(Screen screen, Words words, Consumer<Screen> go) {
        ToggleButton way = new ToggleButton(words.text(screen.titleKey()), screen.icon().sized(20));
        way.setId("nav-" + screen.name().toLowerCase(Locale.ROOT));
        way.getStyleClass().setAll("nav-item");
        way.setToggleGroup(group);
        way.setUserData(screen);
        way.setMaxWidth(Double.MAX_VALUE);
        way.setOnAction(press -> go.accept(screen));
        return way;
    }
}
