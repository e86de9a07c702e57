package org.byway.ui.endpoints;

import java.time.Duration;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import org.byway.ui.control.TextScale;

/** A few times as one small line, the newest at the end; the slowest touches the top. It says nothing that the text beside it does not. */
final class Sparkline extends Pane {
    private static final double WIDTH = 32;
    private static final double HEIGHT = 14;
    /** Below this, in milliseconds, a difference is nothing that a person would notice, and is drawn flat. */
    private static final double LOWEST_TOP = 100;

    private final Polyline line = new Polyline();
    private RecentTimes shown = RecentTimes.NONE;

    Sparkline() {
        line.getStyleClass().add("sparkline");
        line.setManaged(false);
        line.setCache(true); // drawn when the times change, not whenever the table is painted
        getChildren().add(line);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // time runs one way, in whatever language
        setMouseTransparent(true);
        setMinSize(TextScale.of(WIDTH), TextScale.of(HEIGHT));
        setPrefSize(TextScale.of(WIDTH), TextScale.of(HEIGHT));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(RecentTimes times) {
        if (times.equals(shown)) {
            return;
        }
        shown = times;
        List<Duration> values = times.isLine() ? times.values() : List.of();
        double top = values.stream().mapToLong(Duration::toMillis).max().orElse(0);
        double step = TextScale.of(WIDTH) / (RecentTimes.MOST - 1);
        Double[] points = new Double[2 * values.size()];
        for (int i = 0; i < values.size(); i++) {
            points[2 * i] = TextScale.of(WIDTH) - (values.size() - 1 - i) * step;
            points[2 * i + 1] = TextScale.of(HEIGHT - 1) - TextScale.of(HEIGHT - 2)
                    * (values.get(i).toMillis() / Math.max(top, LOWEST_TOP));
        }
        line.getPoints().setAll(points);
    }
}
