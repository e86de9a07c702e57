package org.byway.ui.control;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One sentence with an icon, in a quiet box, where something happened; hidden until it has something to say. */
public final class Notice extends HBox {
    private final Label sentence = new Label();
    private final HBox icon = new HBox();

    public Notice(Node... actions) {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        icon.setAlignment(Pos.CENTER);
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(icon, sentence);
        getChildren().addAll(actions);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void say(String text, Tone tone) {
        sentence.setText(text);
        getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
        getStyleClass().add(tone.style());
        icon.getChildren().setAll(tone.icon().sized(20));
        setVisible(!text.isEmpty());
    }

    /** How good the news is. */
    public enum Tone {
        GOOD(Icon.CHECK, "is-good"), MIXED(Icon.WARNING, "is-mixed"), BAD(Icon.FAILURE, "is-bad");

        private final Icon icon;
        private final String style;

        Tone(Icon icon, String style) {
            this.icon = icon;
            this.style = style;
        }

        Icon icon() {
            return icon;
        }

        String style() {
            return style;
        }
    }
}
