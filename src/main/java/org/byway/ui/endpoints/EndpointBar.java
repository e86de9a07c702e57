package org.byway.ui.endpoints;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Icon;
import org.byway.ui.control.LateTooltip;
import org.byway.ui.control.Texts;

/** Above the table: title and count, the field to search, and what can be done with the selected rows. */
final class EndpointBar extends VBox {
    private static final List<EndpointAction> BUTTONS = List.of(EndpointAction.USE, EndpointAction.TEST,
            EndpointAction.DELETE);

    private final EndpointsView view;
    private final EndpointsViewModel model;
    private final TextField search = new TextField();

    EndpointBar(EndpointsView view, EndpointsViewModel model) {
        this.view = view;
        this.model = model;
        getStyleClass().add("page-header");
        getChildren().addAll(titleLine(), actionLine());
    }

    private Node titleLine() {
        Label count = Texts.caption("");
        count.setId("endpoint-count");
        count.textProperty().bind(Bindings.createStringBinding(this::count, model.found(), model.all()));
        Button add = Actions.labelled("add-more-button", text("endpoints.add"), Icon.ADD);
        add.getStyleClass().add("accent");
        add.setOnAction(press -> view.ways().toAdding());
        Button hand = Actions.labelled("add-by-hand-button", text("endpoints.add-by-hand"), Icon.EDIT);
        hand.setOnAction(press -> view.ways().toEditor(Optional.empty()));
        HBox line = new HBox(Texts.title(text("nav.endpoints")), count, between(), whereFilled(hand), whereFilled(add));
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("bar-line");
        return line;
    }

    private Node actionLine() {
        search.setId("search-field");
        search.promptTextProperty().bind(Bindings.createStringBinding(this::hint, search.widthProperty(),
                search.fontProperty(), search.insetsProperty()));
        search.setAccessibleText(text("endpoints.search"));
        LateTooltip.on(search, () -> hint().equals(text("endpoints.search")) ? "" : text("endpoints.search"));
        search.textProperty().subscribe(model::search);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox line = new HBox(search);
        BUTTONS.forEach(action -> line.getChildren().add(button(action)));
        MenuButton more = new MenuButton(text("endpoints.more"));
        more.setId("more-button");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems().setAll(rest());
        line.getChildren().add(more);
        line.getStyleClass().add("bar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return whereFilled(line);
    }

    /** What can be searched for, where there is room to say it whole. */
    private String hint() {
        Text whole = new Text(text("endpoints.search"));
        whole.setFont(search.getFont());
        double room = search.getWidth() - search.getInsets().getLeft() - search.getInsets().getRight();
        return whole.getLayoutBounds().getWidth() < room ? whole.getText() : text("endpoints.search-short");
    }

    private String count() {
        int all = model.rows().size();
        int found = model.found().get().size();
        if (all == 0) {
            return "";
        }
        return found == all
                ? view.words().count("endpoints.count", all)
                : view.words().text("endpoints.found", view.words().number(found), view.words().number(all));
    }

    private Button button(EndpointAction action) {
        Button button = Actions.labelled(id(action) + "-button", text(action.key()), action.icon());
        button.disableProperty().bind(view.offers(action).not());
        button.setOnAction(press -> view.run(action));
        return button;
    }

    private List<MenuItem> rest() {
        return Stream.of(EndpointAction.values()).filter(action -> !BUTTONS.contains(action)).map(this::item).toList();
    }

    /** The same for the other button of the mouse: everything that can be done. */
    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        Stream.of(EndpointAction.values()).map(this::item).forEach(menu.getItems()::add);
        return menu;
    }

    /** Its keys are the table's, so that they act on rows and nowhere else. */
    private MenuItem item(EndpointAction action) {
        MenuItem item = new MenuItem(text(action.key()), action.icon().sized(16));
        item.setId(id(action) + "-item");
        item.disableProperty().bind(view.offers(action).not());
        item.setOnAction(press -> view.run(action));
        return item;
    }

    /** With an empty list only its one way on is shown. */
    private Node whereFilled(Node action) {
        action.visibleProperty().bind(model.all().map(it -> !it.inOrder().isEmpty()));
        action.managedProperty().bind(action.visibleProperty());
        return action;
    }

    private static String id(EndpointAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static Region between() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }

    private String text(String key) {
        return view.words().text(key);
    }

    TextField search() {
        return search;
    }
}
