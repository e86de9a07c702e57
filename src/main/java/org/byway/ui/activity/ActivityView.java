package org.byway.ui.activity;

import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.engine.Activity;
import org.byway.engine.EngineSnapshot;
import org.byway.model.EndpointList;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The list of what happened. */
public final class ActivityView implements ScreenView {
    private final ActivityViewModel model = new ActivityViewModel();
    private final BorderPane root = new BorderPane();

    public ActivityView(ScreenContext context) {
        Words words = context.words();
        ListView<Activity> list = new ListView<>(model.lines());
        list.setId("activity-list");
        list.getStyleClass().addAll("edge-to-edge", "activity-list");
        list.setAccessibleText(words.text("nav.activity"));
        list.setCellFactory(ignored -> new ActivityCell(words, context.clock()));
        list.setPlaceholder(nothingYet(words));
        HBox header = new HBox(Texts.title(words.text("nav.activity")));
        header.getStyleClass().add("page-header");
        root.setTop(header);
        root.setCenter(list);
    }

    private static VBox nothingYet(Words words) {
        VBox page = new VBox(Icon.CLOCK.sized(48), Texts.heading(words.text("activity.empty")),
                Texts.caption(words.text("activity.empty-next")));
        page.getStyleClass().add("empty-page");
        page.setAlignment(Pos.CENTER);
        return page;
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
        // events carry the names that they need
    }
}
