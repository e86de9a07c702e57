package org.byway.ui.imports;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.control.Texts;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** A line that could not be read: which one, how it begins, and why. */
final class ProblemCell extends ListCell<LineProblem> {
    private final Words words;
    private final Label where = Texts.caption("");
    private final Label why = Texts.body("");
    private final VBox lines = new VBox(where, why);

    ProblemCell(Words words) {
        this.words = words;
        where.setWrapText(false);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LineProblem problem, boolean isEmpty) {
        super.updateItem(problem, isEmpty);
        if (isEmpty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        where.setText(words.text("import.line", words.number(problem.number())) + "   " + problem.excerpt());
        why.setText(words.problem(problem.problem()));
        setAccessibleText(where.getText() + ". " + why.getText());
        setGraphic(lines);
    }
}
