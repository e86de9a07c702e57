package org.byway.ui.editor;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One field of a form: what was typed, and what is wrong with it. A flag is {@code true} or {@code false} as text. */
final class FormField {
    private final String component;
    private final Kind kind;
    private final List<String> choices;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    enum Kind {
        TEXT, SECRET, NUMBER, FLAG, CHOICE, LINES
    }

    FormField(String component, Kind kind, List<String> choices, String text) {
        this.component = component;
        this.kind = kind;
        this.choices = choices;
        this.text = new SimpleStringProperty(text);
    }

    /** The name of the record's component, which its label is found by. */
    String component() {
        return component;
    }

    Kind kind() {
        return kind;
    }

    /** Of a choice, every word. */
    List<String> choices() {
        return choices;
    }

    StringProperty text() {
        return text;
    }

    boolean isOn() {
        return Boolean.parseBoolean(text.get());
    }

    /** Empty where nothing is wrong. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void blame(String sentence) {
        problem.set(sentence);
    }
}
