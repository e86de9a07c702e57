package org.byway.ui.editor;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.byway.ui.control.LinesField;
import org.byway.ui.control.SecretField;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** A field with its label above it and, where something is wrong, the error below it. */
final class FieldView extends VBox {
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 14;

    private final Node input;

    FieldView(FormField field, Words words) {
        getStyleClass().add("form-field");
        String word = field.component().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        String text = words.label("field." + word, word.replace('-', ' '));
        input = input(field, words, text);
        input.setId("field-" + word);
        input.setAccessibleText(text);
        Label error = Texts.body("");
        error.getStyleClass().add("form-error");
        error.textProperty().bind(field.problem());
        error.visibleProperty().bind(field.problem().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        field.problem().subscribe(problem -> {
            input.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !problem.isEmpty());
            input.setAccessibleHelp(problem);
        });
        if (!(input instanceof CheckBox)) {
            Label label = Texts.caption(text);
            label.setLabelFor(input);
            getChildren().add(label);
        }
        getChildren().addAll(input, error);
    }

    void focus() {
        input.requestFocus();
    }

    /** As many as it has lines, within what leaves room for the others. */
    private static int rows(FormField field) {
        return Math.clamp(field.text().get().lines().count() + 1, LEAST_ROWS, MOST_ROWS);
    }

    private static Node input(FormField field, Words words, String text) {
        return switch (field.kind()) {
            case TEXT, NUMBER -> {
                TextField box = new TextField();
                box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // hosts and numbers are written so everywhere
                box.textProperty().bindBidirectional(field.text());
                yield box;
            }
            case SECRET -> new SecretField(field.text(), words.text("form.reveal"));
            case LINES -> {
                LinesField box = new LinesField();
                box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
                box.setPrefRowCount(rows(field));
                box.textProperty().bindBidirectional(field.text());
                yield box;
            }
            case FLAG -> {
                CheckBox box = new CheckBox(text);
                box.setWrapText(true);
                box.setSelected(field.isOn());
                box.selectedProperty().subscribe(isOn -> field.text().set(isOn.toString()));
                field.text().subscribe(value -> box.setSelected(field.isOn()));
                yield box;
            }
            case CHOICE -> {
                ComboBox<String> box = new ComboBox<>();
                box.getItems().setAll(field.choices());
                box.valueProperty().bindBidirectional(field.text());
                box.setMaxWidth(Double.MAX_VALUE);
                yield box;
            }
        };
    }
}
