package org.byway.ui.endpoints;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.byway.words.Words;

/** How far a test is, and the button that gives it up; hidden while none is going on. */
final class TestProgress extends HBox {
    TestProgress(EndpointTests tests, Words words) {
        setId("test-progress");
        getStyleClass().add("progress-line");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(tests.progress());
        bar.setAccessibleText(words.text("endpoints.test"));
        Label sentence = new Label();
        sentence.setId("test-sentence");
        sentence.textProperty().bind(tests.sentence());
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setId("cancel-test-button");
        cancel.setOnAction(press -> tests.cancel());
        getChildren().addAll(bar, sentence, cancel);
        visibleProperty().bind(tests.running());
        managedProperty().bind(visibleProperty());
    }
}
