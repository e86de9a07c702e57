package org.byway.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Texts;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The editor of one entry. */
public final class EditorView extends BorderPane {
    private final EditorViewModel model;
    private final Words words;
    private final Runnable close;
    private final VBox connection = new VBox();
    private final List<FieldView> fields = new ArrayList<>();

    /** @param entry absent where a new one is to be made */
    public EditorView(ScreenContext context, Optional<ListEntry> entry, Runnable close) {
        this.words = context.words();
        this.close = close;
        model = new EditorViewModel(context.commands(), words, entry);
        setId("editor");
        getStyleClass().add("form");
        Label title = Texts.heading(words.text(model.isNew() ? "editor.new" : "editor.title"));
        title.getStyleClass().add("strong");
        setTop(title);
        connection.getStyleClass().add("form-group");
        VBox all = new VBox();
        all.getStyleClass().add("form-fields");
        if (model.isNew()) {
            all.getChildren().add(labelled("editor.kind", kinds()));
        }
        all.getChildren().addAll(labelled("editor.name", text("editor-name", "editor.name", model.name())), connection,
                labelled("editor.tags", text("editor-tags", "editor.tags", model.tags())));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        setBottom(bottom());
        model.form().subscribe(this::show);
    }

    private void show(Form form) {
        fields.clear();
        connection.getChildren().clear();
        for (FormField field : form.fields()) {
            FieldView view = new FieldView(field, words);
            fields.add(view);
            connection.getChildren().add(view);
        }
    }

    private Node kinds() {
        ComboBox<EndpointKind> box = new ComboBox<>();
        box.setId("editor-kind");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new KindName());
        box.getItems().setAll(EndpointKind.all());
        box.setValue(EndpointKind.all().getFirst());
        box.valueProperty().addListener((seen, old, kind) -> model.choose(kind));
        return box;
    }

    private TextField text(String id, String key, javafx.beans.property.StringProperty value) {
        TextField box = new TextField();
        box.setId(id);
        box.setAccessibleText(words.text(key));
        box.textProperty().bindBidirectional(value);
        return box;
    }

    private Node labelled(String key, Node input) {
        Label label = Texts.caption(words.text(key));
        label.setLabelFor(input);
        VBox field = new VBox(label, input);
        field.getStyleClass().add("form-field");
        return field;
    }

    private Node bottom() {
        Button save = new Button(words.text("form.save"));
        save.setId("save-endpoint-button");
        save.setDefaultButton(true);
        save.disableProperty().bind(model.busy());
        save.setOnAction(press -> model.save(close).ifPresent(this::focus));
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setId("cancel-endpoint-button");
        cancel.setOnAction(press -> close.run());
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("form-buttons");
        Notice failure = new Notice();
        model.failure().subscribe(sentence -> failure.say(sentence, Tone.BAD));
        VBox bottom = new VBox(failure, buttons);
        bottom.getStyleClass().addAll("form", "form-bottom");
        return bottom;
    }

    private void focus(FormField wrong) {
        int place = model.form().get().fields().indexOf(wrong);
        if (place >= 0) {
            fields.get(place).focus();
        }
    }

    /** A kind as people read it. */
    private final class KindName extends StringConverter<EndpointKind> {
        @Override
        public String toString(@Nullable EndpointKind kind) {
            return kind == null ? "" : words.label("kind." + kind.word(), kind.word());
        }

        @Override
        public EndpointKind fromString(String text) {
            throw new UnsupportedOperationException("kinds are chosen, not typed");
        }
    }
}
