package org.byway.ui.home;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.byway.ui.control.Clip;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** Quiet lines: which endpoint and why, where programs connect, how much flows now and did in the last minute. */
final class HomeDetails extends GridPane {
    private static final double SMALL = 16;

    private final HomeViewModel model;
    private final Words words;

    HomeDetails(HomeViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("home-details");
        ColumnConstraints captions = new ColumnConstraints();
        captions.setHalignment(HPos.LEFT);
        captions.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(captions, values);
        addLine(0, "home.goes-through", endpoint());
        List<Node> first = List.copyOf(getChildren());
        // a row on one base line is as high as if nothing in it wrapped
        first.forEach(part -> GridPane.setValignment(part, VPos.TOP));
        addLine(1, "home.programs-connect-to", address());
        addLine(2, "home.traffic", traffic());
        add(chart(), 0, 3, 2, 1);
        model.endpoint().subscribe(name -> showFirst(first, !name.isEmpty()));
        visibleProperty().bind(model.listening());
        managedProperty().bind(visibleProperty());
    }

    private void addLine(int row, String captionKey, Node value) {
        Label caption = Texts.caption(words.text(captionKey));
        caption.setWrapText(false);
        GridPane.setValignment(caption, VPos.BASELINE);
        GridPane.setValignment(value, VPos.BASELINE);
        add(caption, 0, row);
        add(value, 1, row);
    }

    /** Without it the others move up, since a row that is not there leaves its gap. */
    private void showFirst(List<Node> first, boolean isThere) {
        boolean isNew = first.getFirst().isManaged() != isThere;
        for (Node part : getChildren()) {
            if (first.contains(part)) {
                part.setVisible(isThere);
                part.setManaged(isThere);
            } else if (isNew) {
                GridPane.setRowIndex(part, GridPane.getRowIndex(part) + (isThere ? 1 : -1));
            }
        }
    }

    private Node endpoint() {
        Label name = bound(model.endpoint(), "endpoint-name");
        name.setMinWidth(0);
        name.getStyleClass().add("strong");
        Label why = Texts.caption("");
        why.setId("endpoint-why");
        why.setMinHeight(USE_PREF_SIZE);
        why.textProperty().bind(model.why());
        return new VBox(name, why);
    }

    private Node address() {
        Button copy = new Button(null, Icon.COPY.sized(SMALL));
        copy.setId("copy-address-button");
        copy.getStyleClass().addAll("flat", "button-icon", "small-button");
        copy.setAccessibleText(words.text("home.copy-address"));
        copy.setTooltip(new Tooltip(words.text("home.copy-address")));
        copy.setOnAction(press -> Clip.put(model.address().get()));
        HBox line = new HBox(bound(model.address(), "local-address"), copy);
        line.getStyleClass().add("tight");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node chart() {
        TrafficChart chart = new TrafficChart(words);
        chart.setId("traffic-chart");
        model.seconds().subscribe(chart::show);
        return chart;
    }

    private Node traffic() {
        Label up = bound(model.up(), "rate-up");
        up.setGraphic(Icon.UP.sized(SMALL));
        up.setAccessibleHelp(words.text("home.sent"));
        Label down = bound(model.down(), "rate-down");
        down.setGraphic(Icon.DOWN.sized(SMALL));
        down.setAccessibleHelp(words.text("home.received"));
        HBox line = new HBox(up, down, bound(model.connections(), "connection-count"));
        line.getStyleClass().add("figures");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static Label bound(ReadOnlyStringProperty text, String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        label.textProperty().bind(text);
        return label;
    }
}
