package org.byway.ui.sources;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.NewsLine;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Columns;
import org.byway.ui.control.EmptyPage;
import org.byway.ui.control.Icon;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Texts;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The table of sources, and what can be done with the one that is selected. */
public final class SourcesView implements ScreenView {
    private final Words words;
    private final InstantSource clock;
    private final SourcesViewModel model;
    private final TableView<SourceRow> table = new TableView<>();
    private final BorderPane root = new BorderPane();

    public SourcesView(ScreenContext context) {
        words = context.words();
        clock = context.clock();
        model = new SourcesViewModel(context.commands().sources(), words);
        SortedList<SourceRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("sources-table");
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setAccessibleText(words.text("nav.sources"));
        table.setPlaceholder(new EmptyPage(Icon.SOURCE, words.text("sources.empty"),
                words.text("sources.empty-next")));
        addColumns();
        Columns.fit(table);
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                withSelected(model::remove);
            } else if (key.getCode() == KeyCode.F5) {
                withSelected(model::refresh);
            }
        });
        root.setTop(header());
        root.setCenter(table);
        root.setBottom(notices());
    }

    private void addColumns() {
        table.getColumns().add(column("column.source", SourceRow::name, Comparator.comparing(SourceRow::name), 18));
        TableColumn<SourceRow, SourceRow> count = column("nav.endpoints", row -> words.number(row.entries()),
                Comparator.comparingInt(SourceRow::entries), 7);
        count.getStyleClass().add("figure-column");
        table.getColumns().add(count);
        table.getColumns().add(column("sources.read", this::read,
                Comparator.comparingLong(row -> row.source().readEpochSecond()), 10));
        table.getColumns().add(column("sources.last-result", model::result, Comparator.comparing(model::result), 26));
    }

    private TableColumn<SourceRow, SourceRow> column(String key, Function<SourceRow, String> text,
            Comparator<SourceRow> order, double ems) {
        TableColumn<SourceRow, SourceRow> column = new TableColumn<>(words.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable SourceRow row, boolean isEmpty) {
                super.updateItem(row, isEmpty);
                setText(isEmpty || row == null ? null : text.apply(row));
            }
        });
        Columns.width(column, ems);
        return column;
    }

    private String read(SourceRow row) {
        return row.isRemembered() ? words.moment(row.source().read(), clock.instant()) : "";
    }

    private Node header() {
        Button refresh = Actions.labelled("refresh-source-button", words.text("sources.refresh"), Icon.REFRESH);
        refresh.disableProperty().bind(model.busy().or(selectedIs(SourceRow::mayBeRefreshed).not()));
        refresh.setOnAction(press -> withSelected(model::refresh));
        Button remove = Actions.labelled("remove-source-button", words.text("sources.remove"), Icon.TRASH);
        remove.disableProperty().bind(selectedIs(row -> true).not());
        remove.setOnAction(press -> withSelected(model::remove));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(Texts.title(words.text("nav.sources")), between, refresh, remove);
        line.getStyleClass().add("bar-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox header = new VBox(line, Texts.caption(words.text("sources.lead")));
        header.getStyleClass().add("page-header");
        return header;
    }

    private Node notices() {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(words.text("import.busy"));
        Label sentence = Texts.caption(words.text("import.busy"));
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setId("cancel-refresh-button");
        cancel.setOnAction(press -> model.cancel());
        HBox progress = new HBox(bar, sentence, cancel);
        progress.setId("refresh-progress");
        progress.getStyleClass().add("progress-line");
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.visibleProperty().bind(model.busy());
        progress.managedProperty().bind(progress.visibleProperty());
        Notice notice = NewsLine.of(model.news(), words, model::undo, model::forget);
        notice.setId("sources-notice");
        VBox notices = new VBox(progress, notice);
        notices.getStyleClass().add("page-notices");
        return notices;
    }

    private BooleanBinding selectedIs(Predicate<SourceRow> such) {
        var selected = table.getSelectionModel().selectedItemProperty();
        return Bindings.createBooleanBinding(
                () -> Optional.ofNullable(selected.get()).filter(such).isPresent(), selected);
    }

    private void withSelected(Consumer<SourceRow> work) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(work);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    @Override
    public void inSight(boolean isSeen) {
        model.inSight(isSeen);
    }
}
