package org.byway.ui.imports;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.Intake;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.bridge.Ways;
import org.byway.ui.control.Icon;
import org.byway.ui.control.LinesField;
import org.byway.ui.control.Mark;
import org.byway.ui.control.Page;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** Three ways in, and what came of them. */
public final class ImportsView implements ScreenView {
    private final ImportsViewModel model;
    private final Words words;
    private final Ways ways;
    private final Label title = Texts.title("");
    private final Label lead = Texts.body("");
    private final Page root;
    private final Mark mark = new Mark(64);

    public ImportsView(ScreenContext context) {
        words = context.words();
        ways = context.ways();
        model = new ImportsViewModel(context.commands(), words);
        title.setId("imports-title");
        ImportVerdict verdict = new ImportVerdict(model, words, ways);
        VBox page = new VBox(mark, title, lead, pasteArea(), buttons(), verdict, practice());
        page.getStyleClass().add("imports-page");
        root = new Page(page);
        model.firstRun().subscribe(this::greet);
        model.result().addListener(change -> Platform.runLater(() -> root.reveal(verdict))); // once it has its size
    }

    private LinesField pasteArea() {
        LinesField area = new LinesField();
        area.passOn(ImportsViewModel.MOST_SHOWN, model::text);
        area.setId("paste-area");
        area.setPromptText(words.text("import.prompt"));
        area.setAccessibleText(words.text("import.paste"));
        area.setPrefRowCount(6);
        area.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // as links are, in whatever language
        area.textProperty().bindBidirectional(model.text());
        return area;
    }

    private Node buttons() {
        Button add = new Button(words.text("import.add"));
        add.setId("import-button");
        add.setDefaultButton(true);
        add.disableProperty().bind(model.busy().or(model.text().isEmpty()));
        add.setOnAction(press -> model.importText());
        Button open = new Button(words.text("import.open-file"), Icon.FOLDER.sized(16));
        open.setId("open-file-button");
        open.disableProperty().bind(model.busy());
        open.setOnAction(press -> model.files(ways.filesToRead(words.text("import.open-file"))));
        FlowPane line = new FlowPane(add, open);
        line.getStyleClass().add("button-line");
        return new VBox(line, progress());
    }

    /** Fetching a list or reading a large one takes a while. */
    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(words.text("import.busy"));
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setId("cancel-import-button");
        cancel.visibleProperty().bind(model.reading());
        cancel.setOnAction(press -> model.cancel());
        HBox line = new HBox(bar, Texts.caption(words.text("import.busy")), cancel);
        line.setId("import-progress");
        line.getStyleClass().add("progress-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.busy());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node practice() {
        Button start = new Button(words.text("import.practice"), Icon.PRACTICE.sized(16));
        start.setId("practice-button");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(model.busy());
        start.setOnAction(press -> model.practice(ways::toHome));
        Label explanation = Texts.caption(words.text("import.practice-what"));
        VBox box = new VBox(Texts.heading(words.text("import.practice-title")), explanation, start);
        box.getStyleClass().add("practice-box");
        return box;
    }

    private void greet(boolean isFirstRun) {
        mark.setVisible(isFirstRun);
        mark.setManaged(isFirstRun);
        title.setText(words.text(isFirstRun ? "import.welcome" : "import.title"));
        lead.setText(words.text(isFirstRun ? "import.welcome-lead" : "import.lead"));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    @Override
    public Optional<Intake> intake() {
        return Optional.of(model);
    }
}
