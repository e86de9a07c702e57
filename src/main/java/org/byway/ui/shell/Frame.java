package org.byway.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.Desktop;
import org.byway.ui.bridge.Intake;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.bridge.Ways;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Sheet;
import org.byway.ui.editor.EditorView;
import org.byway.ui.sharing.SharingView;
import org.byway.words.Words;

/** The content of the window in one language: the sidebar, the screen in sight, and what lies over it for a while. */
final class Frame implements Ways, Intake {
    /** With less room than this, in em, the sidebar shows icons alone. */
    private static final double ROOMY = 62;

    private final BorderPane page = new BorderPane();
    private final Sheet sheet = new Sheet(page);
    private final StackPane root = new StackPane(page, sheet);
    private final Map<Screen, ScreenView> views = new EnumMap<>(Screen.class);
    private final ScreenContext context;
    private final Desktop desktop;
    private final Sidebar sidebar;
    private final HBox corner = new HBox();
    private final Notice notice;
    private final Pages pages = new Pages();
    private Screen screen = Screen.HOME;
    private boolean isFirstRun = true;
    private boolean hasList;

    Frame(Commands commands, Words words, SettingsMenu menu, Desktop desktop) {
        this.desktop = desktop;
        context = new ScreenContext(commands, words, InstantSource.system(), this);
        for (Screen each : Screen.values()) {
            views.put(each, each.open(context));
        }
        sidebar = new Sidebar(words, this::show);
        sidebar.setId("sidebar");
        corner.getStyleClass().add("corner");
        corner.setAlignment(Pos.CENTER_RIGHT);
        corner.getChildren().add(menu);
        page.getStyleClass().add("frame");
        page.setTop(corner);
        page.setCenter(pages);
        Button close = new Button(words.text("notice.close"));
        close.setId("close-notice-button");
        notice = new Notice(close);
        notice.setId("window-notice");
        close.setOnAction(press -> notice.say("", Tone.GOOD));
        page.setBottom(notice);
        root.getStyleClass().add("frame-root");
        new DropTarget(root, this);
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
        pages.show(view(next).root());
        sidebar.mark(next);
        view(next).inSight(true);
    }

    /** Nobody sees this frame any more. */
    void leave() {
        view(screen).inSight(false);
    }

    /** The window is seen again. */
    void comeBack() {
        if (hasList) {
            view(screen).inSight(true);
        }
    }

    /** Says something that belongs to no screen, until it is closed. */
    void say(String sentence, Tone tone) {
        notice.say(sentence, tone);
    }

    /** @param width of the window, in em */
    void fit(double width) {
        sidebar.narrow(width < ROOMY);
    }

    void update(EngineSnapshot snapshot) {
        views.values().forEach(view -> view.model().show(snapshot));
    }

    void update(Settings settings) {
        views.values().forEach(view -> view.model().show(settings));
    }

    void update(EndpointList list) {
        views.values().forEach(view -> view.model().show(list));
        // until there is something to go to, the one screen of the first run stands alone
        if (isFirstRun && !list.isEmpty()) {
            isFirstRun = false;
            page.setTop(null);
            page.setLeft(sidebar);
            new Preparation(pages, views.values().stream().map(ScreenView::root).toList()).begin();
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
    public void toSettings() {
        show(Screen.SETTINGS);
    }

    @Override
    public void toAdding() {
        show(Screen.ADDING);
    }

    @Override
    public void toEditor(Optional<ListEntry> entry) {
        sheet.open(new EditorView(context, entry, sheet::close));
    }

    @Override
    public void toSharing(ListEntry entry) {
        sheet.open(new SharingView(context, entry, sheet::close));
    }

    @Override
    public void open(String address) {
        desktop.open(address);
    }

    @Override
    public List<Path> filesToRead(String title) {
        return desktop.filesToRead(root.getScene().getWindow(), title);
    }

    @Override
    public Optional<Path> fileToWrite(String title, String name) {
        return desktop.fileToWrite(root.getScene().getWindow(), title, name);
    }

    @Override
    public void text(String text) {
        atIntake(intake -> intake.text(text));
    }

    @Override
    public void files(List<Path> files) {
        atIntake(intake -> intake.files(files));
    }

    @Override
    public void picture(Image picture) {
        atIntake(intake -> intake.picture(picture));
    }

    /** Whatever was pasted or dropped is shown on the screen that takes it, with what came of it. */
    private void atIntake(Consumer<Intake> taken) {
        sheet.close();
        show(Screen.ADDING);
        view(Screen.ADDING).intake().ifPresent(taken);
    }

    private ScreenView view(Screen which) {
        ScreenView view = views.get(which);
        if (view == null) {
            throw new IllegalStateException("a screen was not opened: " + which);
        }
        return view;
    }
}
