package org.byway.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.control.Mark;
import org.byway.ui.control.TextScale;
import org.byway.words.Words;

/** The way between the screens; where there is little room, icons alone. */
final class Sidebar extends VBox {
    private static final double MARK_SIZE = 28;

    /** In no toggle group: there the Tab key would reach only the one that is marked. */
    private final List<ToggleButton> ways = new ArrayList<>();
    private final Label brand = new Label("Byway", new Mark(TextScale.of(MARK_SIZE)));
    private final HBox head = new HBox(brand);

    Sidebar(Words words, Consumer<Screen> go) {
        getStyleClass().add("sidebar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        getChildren().add(brand());
        boolean wasDaily = true;
        for (Screen screen : Screen.values()) {
            if (wasDaily && !screen.isDaily()) {
                Region between = new Region();
                VBox.setVgrow(between, Priority.ALWAYS);
                getChildren().add(between);
            }
            wasDaily = screen.isDaily();
            getChildren().add(way(screen, words, go));
        }
    }

    void mark(Screen screen) {
        ways.forEach(way -> way.setSelected(way.getUserData() == screen));
    }

    /** Names are still read out, and shown while an icon is pointed at. */
    void narrow(boolean isNarrow) {
        ContentDisplay display = isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        brand.setContentDisplay(display);
        head.setAlignment(isNarrow ? Pos.CENTER : Pos.CENTER_LEFT);
        getStyleClass().remove("is-narrow");
        if (isNarrow) {
            getStyleClass().add("is-narrow");
        }
        ways.forEach(way -> {
            way.setContentDisplay(display);
            way.setTooltip(isNarrow ? new Tooltip(way.getText()) : null);
        });
    }

    private Node brand() {
        brand.getStyleClass().add("brand");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ToggleButton way(Screen screen, Words words, Consumer<Screen> go) {
        ToggleButton way = new ToggleButton(words.text(screen.titleKey()), screen.icon().sized(20));
        way.setId("nav-" + screen.name().toLowerCase(Locale.ROOT));
        way.getStyleClass().setAll("nav-item");
        way.setAccessibleText(way.getText());
        way.setUserData(screen);
        way.setMaxWidth(Double.MAX_VALUE);
        ways.add(way);
        way.setOnAction(press -> {
            way.setSelected(true); // a second press on the screen in sight leaves it marked
            go.accept(screen);
        });
        return way;
    }
}
