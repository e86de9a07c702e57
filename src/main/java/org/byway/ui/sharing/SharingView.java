package org.byway.ui.sharing;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.byway.geo.CountryInName;
import org.byway.importer.QrPicture;
import org.byway.importer.ShareLinks;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.control.Actions;
import org.byway.ui.control.Clip;
import org.byway.ui.control.Icon;
import org.byway.ui.control.LinesField;
import org.byway.ui.control.Notice;
import org.byway.ui.control.Notice.Tone;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The link of one entry, as text and as a picture. */
public final class SharingView extends VBox {
    private final ScreenContext context;
    private final Words words;
    private final Notice notice = new Notice();

    public SharingView(ScreenContext context, ListEntry entry, Runnable close) {
        this.context = context;
        this.words = context.words();
        setId("sharing");
        getStyleClass().add("form");
        Label title = Texts.heading(words.naming("share.title", CountryInName.withoutFlags(entry.name())));
        title.getStyleClass().add("strong");
        getChildren().add(title);
        Optional<Secret> link = ShareLinks.write(entry);
        link.ifPresentOrElse(this::show, () -> getChildren().add(Texts.body(words.text("endpoints.no-link"))));
        Button done = new Button(words.text("notice.close"));
        done.setId("close-sharing-button");
        done.setCancelButton(true);
        done.setOnAction(press -> close.run());
        getChildren().addAll(notice, done);
        notice.setId("sharing-notice");
    }

    private void show(Secret link) {
        getChildren().add(Texts.caption(words.text("share.lead")));
        Optional<List<boolean[]>> code = QrPicture.modules(link);
        code.map(QrView::new).ifPresent(picture -> {
            picture.setId("qr-picture");
            picture.setAccessibleText(words.text("share.picture"));
            VBox centred = new VBox(picture);
            centred.setAlignment(Pos.CENTER);
            getChildren().add(centred);
        });
        LinesField text = new LinesField();
        text.setText(link.reveal());
        text.setId("share-link");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        text.setAccessibleText(words.text("share.link"));
        Button copy = Actions.labelled("copy-link-button", words.text("share.copy"), Icon.COPY);
        copy.setDefaultButton(true);
        copy.setOnAction(press -> {
            Clip.put(link.reveal());
            notice.say(words.text("share.copied"), Tone.GOOD);
        });
        FlowPane buttons = new FlowPane(copy);
        buttons.getStyleClass().add("button-line");
        code.ifPresent(modules -> buttons.getChildren().add(saveButton(modules)));
        getChildren().addAll(text, buttons);
    }

    private Button saveButton(List<boolean[]> modules) {
        Button save = Actions.labelled("save-picture-button", words.text("share.save-picture"), Icon.EXPORT);
        save.setOnAction(press -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.text("share.save-picture"));
            chooser.setInitialFileName("byway.png");
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file != null) {
                save(modules, file);
            }
        });
        return save;
    }

    private void save(List<boolean[]> modules, File file) {
        context.commands().savePicture(QrPicture.png(modules), file.toPath())
                .whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        notice.say(words.naming("share.saved", file.getName()), Tone.GOOD);
                    } else {
                        notice.say(words.failure(failure), Tone.BAD);
                    }
                });
    }
}
