package org.byway.ui.endpoints;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** Title, actions, the table, and the notice that offers to undo. */
public final class EndpointsView implements ScreenView {
    private final EndpointsViewModel model;
    private final Words words;
    private final EndpointTable table;
    private final BorderPane root = new BorderPane();

    public EndpointsView(ScreenContext context) {
        words = context.words();
        model = new EndpointsViewModel(context.commands(), words);
        table = new EndpointTable(model, new EndpointColumns(words, context.clock()));
        table.setAccessibleText(words.text("nav.endpoints"));
        table.setPlaceholder(emptyList(context));
        root.getStyleClass().add("endpoints-page");
        root.setTop(header(context));
        root.setCenter(table);
        root.setBottom(notice());
    }

    private Node header(ScreenContext context) {
        Label count = Texts.caption("");
        count.setId("endpoint-count");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? "" : words.count("endpoints.count", model.rows().size()),
                model.rows()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(Texts.title(words.text("nav.endpoints")), count, between, whereFilled(useButton()),
                whereFilled(deleteButton()),
                whereFilled(addButton(context, "add-more-button")));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    /** With an empty list only its one way on is shown. */
    private Node whereFilled(Node action) {
        action.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        action.managedProperty().bind(action.visibleProperty());
        return action;
    }

    private Button useButton() {
        Button use = button("use-button", "endpoints.use", Icon.CHECK);
        var selected = table.getSelectionModel().getSelectedItems();
        use.disableProperty().bind(Bindings.createBooleanBinding(() -> table.usable().isEmpty(), selected));
        use.setOnAction(press -> table.usable().ifPresent(model::use));
        return use;
    }

    private Button deleteButton() {
        Button delete = button("delete-button", "endpoints.delete", Icon.TRASH);
        delete.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        delete.setOnAction(press -> table.deleteSelected());
        return delete;
    }

    private Button addButton(ScreenContext context, String id) {
        Button add = button(id, "endpoints.add", Icon.ADD);
        add.getStyleClass().add("accent");
        add.setOnAction(press -> context.ways().toAdding());
        return add;
    }

    private Button button(String id, String key, Icon icon) {
        Button button = new Button(words.text(key), icon.sized(16));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node emptyList(ScreenContext context) {
        VBox page = new VBox(Icon.SERVERS.sized(48), Texts.heading(words.text("endpoints.empty")),
                Texts.caption(words.text("endpoints.empty-next")), addButton(context, "add-first-button"));
        page.getStyleClass().add("empty-page");
        page.setAlignment(Pos.CENTER);
        return page;
    }

    private Node notice() {
        Button undo = new Button(words.text("endpoints.undo"));
        undo.setId("undo-button");
        undo.setOnAction(press -> model.undo());
        undo.visibleProperty().bind(model.undoable().map(way -> way.isPresent()));
        undo.managedProperty().bind(undo.visibleProperty());
        Button close = new Button(words.text("notice.close"));
        close.getStyleClass().add("flat");
        close.setOnAction(press -> model.forgetUndo());
        Notice notice = new Notice(undo, close);
        notice.setId("endpoints-notice");
        model.notice().subscribe(
                text -> notice.say(text, model.undoable().get().isPresent() ? Tone.GOOD : Tone.BAD));
        return notice;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void update(EngineSnapshot snapshot) {
        model.show(snapshot);
    }

    @Override
    public void update(EndpointList list) {
        model.show(list);
    }
}
