package org.byway.ui.bridge;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.byway.ui.control.Notice;
import org.byway.words.Words;

/** The news of a screen, with the ways to take back what was done and to have it read. */
public final class NewsLine {
    private NewsLine() {}

    /** @param forget told that the person has read it */
    public static Notice of(ObservableValue<News> news, Words words, Runnable undo, Runnable forget) {
        Button back = new Button(words.text("endpoints.undo"));
        back.setId("undo-button");
        back.setOnAction(press -> undo.run());
        back.visibleProperty().bind(news.map(it -> it.undo().isPresent()));
        back.managedProperty().bind(back.visibleProperty());
        Button close = new Button(words.text("notice.close"));
        close.getStyleClass().add("flat");
        close.setOnAction(press -> forget.run());
        Notice notice = new Notice(back, close);
        news.subscribe(it -> notice.say(it.sentence(), it.tone()));
        return notice;
    }
}
