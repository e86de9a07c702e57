package org.byway.ui.home;

import java.util.List;
import java.util.function.ToLongFunction;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.byway.ui.control.TextScale;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/**
 * The traffic of the last minute: what was received as an area, what was sent as a line, the newest second at the end.
 * It is drawn when it is told to, and never moves by itself.
 */
final class TrafficChart extends VBox {
    /** Below this the chart would make a storm of a few keystrokes. */
    private static final long LOWEST_TOP = 10_000;
    private static final double HEIGHT = 60;

    private final Words words;
    private final Label top = Texts.caption("");
    private final Polygon down = new Polygon();
    private final Polyline up = new Polyline();
    private final Pane plot = new Pane(down, up);
    private final Label quiet = Texts.caption("");
    private List<RateMeter.Rate> shown = List.of();

    TrafficChart(Words words) {
        this.words = words;
        getStyleClass().add("traffic-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        down.getStyleClass().add("chart-down");
        up.getStyleClass().add("chart-up");
        plot.getStyleClass().add("chart-plot");
        plot.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // time runs one way, in whatever language
        quiet.setText(words.text("home.no-traffic"));
        quiet.setId("no-traffic");
        StackPane field = new StackPane(plot, quiet);
        field.getStyleClass().add("chart-field");
        plot.setMinHeight(TextScale.of(HEIGHT));
        plot.setPrefHeight(TextScale.of(HEIGHT));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        top.setWrapText(false);
        HBox legend = new HBox(key("home.received", "chart-down-key"), key("home.sent", "chart-up-key"), between, top);
        legend.getStyleClass().add("figures");
        top.visibleProperty().bind(quiet.visibleProperty().not());
        up.visibleProperty().bind(top.visibleProperty());
        down.visibleProperty().bind(top.visibleProperty());
        getChildren().addAll(field, legend);
        plot.widthProperty().addListener(change -> draw());
        plot.heightProperty().addListener(change -> draw());
    }

    private Label key(String key, String style) {
        Region mark = new Region();
        mark.getStyleClass().addAll("chart-key", style);
        Label label = Texts.caption(words.text(key));
        label.setWrapText(false);
        label.setGraphic(mark);
        return label;
    }

    void show(List<RateMeter.Rate> seconds) {
        shown = seconds;
        draw();
        RateMeter.Rate last = seconds.isEmpty() ? RateMeter.Rate.NONE : seconds.getLast();
        setAccessibleText((quiet.isVisible() ? quiet.getText() : words.text("home.traffic")) + ". "
                + words.text("home.received") + " "
                + words.rate(last.down()) + ", " + words.text("home.sent") + " " + words.rate(last.up()));
    }

    private void draw() {
        long highest = LOWEST_TOP;
        for (RateMeter.Rate rate : shown) {
            highest = Math.max(highest, Math.max(rate.up(), rate.down()));
        }
        top.setText(words.text("home.chart-top", words.rate(highest)));
        down.getPoints().setAll(points(RateMeter.Rate::down, highest, true));
        quiet.setVisible(shown.stream().allMatch(rate -> rate.up() == 0 && rate.down() == 0));
        up.getPoints().setAll(points(RateMeter.Rate::up, highest, false));
    }

    private Double[] points(ToLongFunction<RateMeter.Rate> rate, long highest, boolean isClosed) {
        double width = plot.getWidth();
        double height = plot.getHeight();
        double step = width / (RateHistory.SECONDS - 1);
        int count = shown.size();
        int ends = isClosed && count > 0 ? 2 : 0;
        Double[] points = new Double[2 * (count + ends)];
        for (int i = 0; i < count; i++) {
            points[2 * i] = width - (count - 1 - i) * step;
            points[2 * i + 1] = height - (height - 2) * rate.applyAsLong(shown.get(i)) / highest;
        }
        if (ends > 0) {
            points[2 * count] = width;
            points[2 * count + 1] = height;
            points[2 * count + 2] = width - (count - 1) * step;
            points[2 * count + 3] = height;
        }
        return points;
    }
}
