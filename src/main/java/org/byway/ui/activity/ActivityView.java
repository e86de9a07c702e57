package org.byway.ui.activity;

import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.engine.Activity;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Clip;
import org.byway.ui.control.EmptyPage;
import org.byway.ui.control.Icon;
import org.byway.ui.control.LinesField;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The list of what happened, the detail of the line that is chosen, and a copy for somebody who helps. */
public final class ActivityView implements ScreenView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ActivityViewModel model = new ActivityViewModel();
    private final Words words;
    private final ListView<Activity> list = new ListView<>(model.lines());
    private final Notice notice = new Notice();
    private final BorderPane root = new BorderPane();

    public ActivityView(ScreenContext context) {
        words = context.words();
        list.setId("activity-list");
        list.getStyleClass().addAll("edge-to-edge", "activity-list");
        list.setAccessibleText(words.text("nav.activity"));
        list.setCellFactory(ignored -> new ActivityCell(words, context.clock()));
        list.setPlaceholder(new EmptyPage(Icon.CLOCK, words.text("activity.empty"), words.text("activity.empty-next")));
        list.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copy();
            }
        });
        root.setTop(header());
        root.setCenter(list);
        VBox below = new VBox(detail(), notice);
        below.getStyleClass().add("page-notices");
        root.setBottom(below);
        notice.setId("activity-notice");
    }

    private Node header() {
        Button copy = Actions.labelled("copy-activity-button", words.text("activity.copy"), Icon.COPY);
        copy.disableProperty().bind(Bindings.isEmpty(model.lines()));
        copy.setOnAction(press -> copy());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(Texts.title(words.text("nav.activity")), between, copy);
        line.getStyleClass().add("bar-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox header = new VBox(line);
        header.getStyleClass().add("page-header");
        return header;
    }

    private void copy() {
        Clip.put(new RedactedLog(words).write(model.lines()));
        notice.say(words.text("activity.copied"), Tone.GOOD);
    }

    /** As the engine has it, for people who want to know exactly. */
    private Node detail() {
        LinesField detail = new LinesField();
        detail.setId("activity-detail");
        detail.setEditable(false);
        detail.setWrapText(true);
        detail.setPrefRowCount(3);
        detail.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        detail.setAccessibleText(words.text("activity.detail"));
        detail.getStyleClass().add("detail");
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            detail.setText(chosen == null ? "" : chosen.at() + "\n" + chosen.event());
            detail.setVisible(chosen != null);
        });
        detail.managedProperty().bind(detail.visibleProperty());
        return detail;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ScreenModel model() {
        return model;
    }
}
