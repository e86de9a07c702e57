package org.byway.ui.activity;

import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.byway.engine.Activity;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineEvent.BackOnline;
import org.byway.engine.EngineEvent.Down;
import org.byway.engine.EngineEvent.Listening;
import org.byway.engine.EngineEvent.Moved;
import org.byway.engine.EngineEvent.Recovered;
import org.byway.engine.EngineEvent.Searching;
import org.byway.engine.EngineEvent.Selected;
import org.byway.engine.EngineEvent.Stopped;
import org.byway.engine.EngineEvent.TrafficCounted;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Texts;
import org.byway.ui.control.WrappingCell;
import org.byway.words.Words;

/** A line of activity: when, a mark of its kind, and the sentence. */
final class ActivityCell extends WrappingCell<Activity> {
    private static final double MARK = 18;

    private final Words words;
    private final InstantSource clock;
    private final Label time = Texts.caption("");
    private final StackPane mark = new StackPane();
    private final Label sentence = Texts.body("");
    private final HBox line = new HBox(time, mark, sentence);

    ActivityCell(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        time.getStyleClass().add("activity-time");
        time.setWrapText(false);
        mark.setAlignment(Pos.TOP_CENTER);
        line.getStyleClass().add("activity-line");
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
    }

    @Override
    protected Region show(Activity activity) {
        time.setText(words.moment(activity.at(), clock.instant()));
        sentence.setText(words.sentence(activity.event()));
        mark.getChildren().setAll(iconOf(activity.event()).sized(MARK));
        mark.getStyleClass().setAll("activity-mark", styleOf(activity.event()));
        setAccessibleText(time.getText() + ". " + sentence.getText());
        return line;
    }

    private static Icon iconOf(EngineEvent event) {
        return switch (event) {
            case Listening it -> Icon.EAR;
            case Selected it -> Icon.SERVERS;
            case Moved it -> Icon.MOVE;
            case Down it -> Icon.WARNING;
            case Searching it -> Icon.CLOCK;
            case BackOnline it -> Icon.CHECK;
            case Recovered it -> Icon.CHECK;
            case Stopped it -> Icon.POWER;
            case TrafficCounted it -> Icon.UP;
        };
    }

    private static String styleOf(EngineEvent event) {
        return switch (event) {
            case Down it -> "is-down";
            case BackOnline it -> "is-alive";
            case Recovered it -> "is-alive";
            default -> "is-plain";
        };
    }
}
