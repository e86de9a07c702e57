package org.byway.ui.imports;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.LineProblem;
import org.byway.ui.control.Texts;
import org.byway.ui.control.WrappingCell;
import org.byway.words.Words;

/** A line that could not be read: which one, how it begins, and why. */
final class ProblemCell extends WrappingCell<LineProblem> {
    private final Words words;
    private final Label where = Texts.caption("");
    private final Label why = Texts.body("");
    private final VBox lines = new VBox(where, why);

    ProblemCell(Words words) {
        this.words = words;
        where.setWrapText(false);
    }

    @Override
    protected Region show(LineProblem problem) {
        where.setText(words.beside(words.text("import.line", words.number(problem.number())), problem.excerpt()));
        why.setText(words.constant("rejection", problem.why()));
        setAccessibleText(where.getText() + ". " + why.getText());
        return lines;
    }
}
