package org.byway.ui.imports;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.bridge.Ways;
import org.byway.ui.control.Notice;
import org.byway.ui.control.TextScale;
import org.byway.words.Words;

/** What came of an import: one sentence, the way on, and a line for each line that could not be read. */
final class ImportVerdict extends VBox {
    private static final double LINE = 60;
    private static final int MOST_SEEN = 4;

    ImportVerdict(ImportsViewModel model, Words words, Ways ways) {
        getStyleClass().add("import-verdict");
        Button goOn = new Button(words.text("import.continue"));
        goOn.setId("continue-button");
        goOn.getStyleClass().add("success");
        goOn.setMinWidth(USE_PREF_SIZE);
        goOn.setOnAction(press -> ways.toHome());
        goOn.visibleProperty().bind(model.result().map(ImportsViewModel.Result::mayGoOn));
        goOn.managedProperty().bind(goOn.visibleProperty());
        Notice notice = new Notice(goOn);
        notice.setId("import-verdict");
        model.result().subscribe(result -> notice.say(result.sentence(), result.tone()));
        getChildren().addAll(notice, problems(model, words));
        managedProperty().bind(notice.visibleProperty());
    }

    /** High enough for what there is, up to a few lines; the rest scrolls. */
    private static ListView<LineProblem> problems(ImportsViewModel model, Words words) {
        ListView<LineProblem> list = new ListView<>(model.problems());
        list.setId("problem-list");
        list.getStyleClass().add("problem-list");
        list.setCellFactory(ignored -> new ProblemCell(words));
        list.prefHeightProperty()
                .bind(Bindings.min(MOST_SEEN, Bindings.size(model.problems())).multiply(TextScale.of(LINE)).add(8));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.problems()));
        list.managedProperty().bind(list.visibleProperty());
        return list;
    }
}
