package org.byway.ui.settings;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Texts;

/** A few settings under one heading, and what came of the last change of them. */
final class SettingsGroup extends VBox implements SettingsViewModel.Outcome {
    private final Notice notice = new Notice();
    private final Consumer<Node> reveal;

    /** @param reveal scrolls to what is to be seen */
    SettingsGroup(String title, Consumer<Node> reveal) {
        this.reveal = reveal;
        getStyleClass().add("settings-group");
        Label heading = Texts.heading(title);
        heading.getStyleClass().add("strong");
        getChildren().addAll(heading, notice);
    }

    /** A field with its label above it. */
    SettingsGroup with(String label, Node input) {
        Label caption = Texts.caption(label);
        caption.setLabelFor(input);
        input.setAccessibleText(label);
        VBox field = new VBox(caption, input);
        field.getStyleClass().add("form-field");
        return with(field);
    }

    SettingsGroup with(Node line) {
        getChildren().add(getChildren().size() - 1, line);
        return this;
    }

    @Override
    public void say(String sentence, Tone tone) {
        notice.say(sentence, tone);
        reveal.accept(this);
        reveal.accept(notice); // where the whole group is higher than the window
    }
}
