package org.byway.ui.connections;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.engine.standing.OpenConnection;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Columns;
import org.byway.ui.control.EmptyPage;
import org.byway.ui.control.EverySecond;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Texts;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The table of open connections. */
public final class ConnectionsView implements ScreenView {
    private final Words words;
    private final InstantSource clock;
    private final ConnectionsViewModel model;
    private final TableView<ConnectionRow> table = new TableView<>();
    private final BorderPane root = new BorderPane();
    private final EverySecond everySecond;

    public ConnectionsView(ScreenContext context) {
        words = context.words();
        clock = context.clock();
        model = new ConnectionsViewModel(context.commands());
        SortedList<ConnectionRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("connections-table");
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setAccessibleText(words.text("nav.connections"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new EmptyPage(Icon.FLOWS, words.text("connections-screen.empty"),
                words.text("connections-screen.empty-next")));
        addColumns();
        Columns.fit(table);
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                model.close(table.getSelectionModel().getSelectedItems());
            }
        });
        root.setTop(header());
        root.setCenter(table);
        everySecond = new EverySecond(model::tick);
    }

    private void addColumns() {
        table.getColumns().add(text("column.destination", it -> it.to().toString(), null, 20));
        table.getColumns().add(text("column.through", it -> it.through().name(), null, 14));
        table.getColumns().add(text("column.since", it -> words.moment(it.since(), clock.instant()),
                Comparator.comparing(OpenConnection::since), 8));
        table.getColumns().add(bytes("column.sent", it -> it.moved().up()));
        table.getColumns().add(bytes("column.received", it -> it.moved().down()));
        TableColumn<ConnectionRow, OpenConnection> close = column("connections-screen.close", 6);
        close.setSortable(false);
        close.setCellFactory(ignored -> new CloseCell(model, words));
        table.getColumns().add(close);
    }

    private TableColumn<ConnectionRow, OpenConnection> text(String key, Function<OpenConnection, String> text,
            @Nullable Comparator<OpenConnection> order, double width) {
        TableColumn<ConnectionRow, OpenConnection> column = column(key, width);
        column.setComparator(order == null ? Comparator.comparing(text) : order);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable OpenConnection connection, boolean isEmpty) {
                super.updateItem(connection, isEmpty);
                setText(isEmpty || connection == null ? null : text.apply(connection));
            }
        });
        return column;
    }

    private TableColumn<ConnectionRow, OpenConnection> bytes(String key, ToLongFunction<OpenConnection> count) {
        TableColumn<ConnectionRow, OpenConnection> column = text(key, it -> words.bytes(count.applyAsLong(it)),
                Comparator.comparingLong(count), 7);
        column.getStyleClass().add("figure-column");
        return column;
    }

    private TableColumn<ConnectionRow, OpenConnection> column(String key, double width) {
        TableColumn<ConnectionRow, OpenConnection> column = new TableColumn<>(words.text(key));
        column.setCellValueFactory(features -> features.getValue().value());
        Columns.width(column, width);
        return column;
    }

    private Node header() {
        Label count = Texts.caption("");
        count.setId("open-connections");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> words.count("connections", model.rows().size()), model.rows()));
        Button closeAll = Actions.labelled("close-all-button", words.text("connections-screen.close-all"), Icon.CLOSE);
        closeAll.disableProperty().bind(Bindings.isEmpty(model.rows()));
        closeAll.setOnAction(press -> model.closeAll());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(Texts.title(words.text("nav.connections")), count, between, closeAll);
        line.getStyleClass().add("bar-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox header = new VBox(line, Texts.caption(words.text("connections-screen.lead")));
        header.getStyleClass().add("page-header");
        return header;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void inSight(boolean isSeen) {
        if (isSeen) {
            model.tick();
        }
        everySecond.run(isSeen);
    }
}
