package org.byway.ui.endpoints;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.LongWork;
import org.byway.ui.bridge.NewsLine;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.bridge.Ways;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Clip;
import org.byway.ui.control.EmptyPage;
import org.byway.ui.control.EverySecond;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Sheet;
import org.byway.words.Words;

/** Title, search, actions, the table, and below it what came of the last of them. */
public final class EndpointsView implements ScreenView {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final ScreenContext context;
    private final Words words;
    private final EndpointsViewModel model;
    private final EndpointWork work;
    private final EndpointTests tests;
    private final EndpointTable table;
    private final EndpointBar bar;
    private final BorderPane page = new BorderPane();
    private final Sheet sheet = new Sheet(page);
    private final javafx.scene.layout.StackPane root = new javafx.scene.layout.StackPane(page, sheet);
    private final EverySecond everySecond;

    public EndpointsView(ScreenContext context) {
        this.context = context;
        words = context.words();
        model = new EndpointsViewModel(context.commands(), words, LongWork.named("byway-rows"));
        work = new EndpointWork(context.commands(), words, LongWork.named("byway-links"));
        tests = new EndpointTests(model, work, context.commands(), words);
        table = new EndpointTable(model, new EndpointColumns(words, context.clock()), this::run);
        table.setAccessibleText(words.text("nav.endpoints"));
        table.placeholderProperty().bind(placeholder());
        bar = new EndpointBar(this, model);
        table.setContextMenu(bar.menu());
        page.getStyleClass().add("endpoints-page");
        page.setTop(bar);
        page.setCenter(table);
        page.setBottom(notices());
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (FIND.match(key)) {
                bar.search().requestFocus();
                key.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (UNDO.match(key) && work.news().get().undo().isPresent()) {
                work.undo();
                key.consume();
            }
        });
        everySecond = new EverySecond(model::tick);
        EntryPlaces.table().thenRun(() -> Platform.runLater(() -> {
            model.placesKnown();
            table.refresh();
        }));
    }

    /** Does it to the selected rows, where it can be done to them. */
    void run(EndpointAction action) {
        List<EndpointRow> rows = table.selected();
        if (action.isFor(rows)) {
            action.run(this, rows);
        }
    }

    BooleanBinding offers(EndpointAction action) {
        // not of a copy: with all of a long list selected, that would be made for every button
        ObservableList<EndpointRow> selected = table.getSelectionModel().getSelectedItems();
        return Bindings.createBooleanBinding(() -> action.isFor(selected), selected);
    }

    void openTags(List<EndpointRow> rows) {
        sheet.open(new TagSheet(words, work, rows, sheet::close));
    }

    void copy(List<EndpointRow> rows) {
        work.copy(rows, Clip::put);
    }

    void export(List<EndpointRow> rows) {
        ways().fileToWrite(words.text("endpoints.export"), "byway-endpoints.txt")
                .ifPresent(file -> work.export(rows, file));
    }

    private ObservableValue<Node> placeholder() {
        Node empty = emptyList();
        Node nothing = nothingFound();
        return model.all().map(it -> it.inOrder().isEmpty() ? empty : nothing);
    }

    private Node emptyList() {
        Button add = Actions.labelled("add-first-button", words.text("endpoints.add"), Icon.ADD);
        add.getStyleClass().add("accent");
        add.setOnAction(press -> ways().toAdding());
        return new EmptyPage(Icon.SERVERS, words.text("endpoints.empty"), words.text("endpoints.empty-next"), add);
    }

    private Node nothingFound() {
        Button all = new Button(words.text("endpoints.show-all"));
        all.setId("show-all-button");
        all.setOnAction(press -> bar.search().clear());
        return new EmptyPage(Icon.SEARCH, words.text("endpoints.none-found"), words.text("endpoints.none-found-next"),
                all);
    }

    private Node notices() {
        Notice notice = NewsLine.of(work.news(), words, work::undo, work::forget);
        notice.setId("endpoints-notice");
        VBox notices = new VBox(new TestProgress(tests, words), notice);
        notices.getStyleClass().add("page-notices");
        return notices;
    }

    EndpointWork work() {
        return work;
    }

    EndpointTests tests() {
        return tests;
    }

    Ways ways() {
        return context.ways();
    }

    Words words() {
        return words;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public EndpointsViewModel model() {
        return model;
    }

    @Override
    public void inSight(boolean isSeen) {
        everySecond.run(isSeen);
    }
}
