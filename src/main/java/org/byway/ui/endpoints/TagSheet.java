package org.byway.ui.endpoints;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.byway.ui.control.TagText;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The tags that all of some rows have, as one line to change; tags that only some of them have stay. */
final class TagSheet extends VBox {
    TagSheet(Words words, EndpointWork work, List<EndpointRow> rows, Runnable close) {
        getStyleClass().add("form");
        Set<String> before = ofAll(rows);
        TextField tags = new TextField(TagText.write(before));
        tags.setId("tags-field");
        tags.setAccessibleText(words.text("tags.field"));
        Button save = new Button(words.text("form.save"));
        save.setId("save-tags-button");
        save.setDefaultButton(true);
        save.setOnAction(press -> {
            Set<String> after = TagText.read(tags.getText());
            Set<String> taken = new LinkedHashSet<>(before);
            taken.removeAll(after);
            work.tag(rows, after, taken);
            close.run();
        });
        Button cancel = new Button(words.text("form.cancel"));
        cancel.setOnAction(press -> close.run());
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(Texts.heading(words.count("tags.title", rows.size())),
                Texts.caption(words.text("tags.lead")), tags, buttons);
    }

    static Set<String> ofAll(Collection<EndpointRow> rows) {
        Set<String> common = new LinkedHashSet<>();
        boolean isFirst = true;
        for (EndpointRow row : rows) {
            if (isFirst) {
                common.addAll(row.entry().tags());
                isFirst = false;
            } else {
                common.retainAll(row.entry().tags());
            }
        }
        return common;
    }
}
