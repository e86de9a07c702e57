package org.byway.ui.shell;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.bridge.Ways;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** The content of the window in one language: the sidebar, and the screen in sight. */
final class Frame implements Ways {
    private final BorderPane root = new BorderPane();
    private final Map<Screen, ScreenView> views = new EnumMap<>(Screen.class);
    private final Sidebar sidebar;
    private final SettingsMenu menu;
    private final HBox corner = new HBox();
    private final Notice notice;
    private Screen screen = Screen.HOME;
    private boolean isFirstRun = true;
    private boolean hasList;

    Frame(Commands commands, Words words, InstantSource clock, SettingsMenu menu) {
        ScreenContext context = new ScreenContext(commands, words, clock, this);
        for (Screen each : Screen.values()) {
            views.put(each, each.open(context));
        }
        this.menu = menu;
        sidebar = new Sidebar(words, this::show);
        sidebar.setId("sidebar");
        corner.getStyleClass().add("corner");
        corner.setAlignment(Pos.CENTER_RIGHT);
        corner.getChildren().add(menu);
        root.getStyleClass().add("frame");
        root.setTop(corner);
        Button close = new Button(words.text("notice.close"));
        close.setId("close-notice-button");
        notice = new Notice(close);
        notice.setId("window-notice");
        close.setOnAction(press -> notice.say("", Tone.GOOD));
        root.setBottom(notice);
    }

    Region root() {
        return root;
    }

    Screen screen() {
        return screen;
    }

    void show(Screen next) {
        leave();
        screen = next;
        root.setCenter(view(next).root());
        sidebar.mark(next);
        view(next).inSight(true);
    }

    /** Nobody sees this frame any more. */
    void leave() {
        view(screen).inSight(false);
    }

    /** Says something that belongs to no screen, until it is closed. */
    void say(String sentence, Tone tone) {
        notice.say(sentence, tone);
    }

    void update(EngineSnapshot snapshot) {
        views.values().forEach(view -> view.update(snapshot));
    }

    void update(EndpointList list) {
        views.values().forEach(view -> view.update(list));
        // until there is something to go to, the one screen of the first run stands alone
        if (isFirstRun && !list.isEmpty()) {
            isFirstRun = false;
            root.setTop(null);
            root.setLeft(sidebar);
            sidebar.getChildren().add(menu);
        }
        if (!hasList) {
            hasList = true;
            show(list.isEmpty() ? Screen.ADDING : Screen.HOME);
        }
    }

    @Override
    public void toHome() {
        show(Screen.HOME);
    }

    @Override
    public void toAdding() {
        show(Screen.ADDING);
    }

    private ScreenView view(Screen which) {
        ScreenView view = views.get(which);
        if (view == null) {
            throw new IllegalStateException("a screen was not opened: " + which);
        }
        return view;
    }
}
