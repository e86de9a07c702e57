package org.byway.ui.sharing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
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

/** The link of one entry, as text and as a picture; with large text what is said scrolls, and what can be pressed stays. */
public final class SharingView extends BorderPane {
    private final ScreenContext context;
    private final Words words;
    private final Notice notice = new Notice();
    private final VBox said = new VBox();
    private final FlowPane buttons = new FlowPane();
    private final VBox below = new VBox();
    private Optional<QrView> picture = Optional.empty();

    public SharingView(ScreenContext context, ListEntry entry, Runnable close) {
        this.context = context;
        this.words = context.words();
        setId("sharing");
        Label title = Texts.heading(words.naming("share.title", CountryInName.withoutFlags(entry.name())));
        title.getStyleClass().add("strong");
        said.getStyleClass().add("form");
        said.getChildren().add(title);
        buttons.getStyleClass().add("button-line");
        Optional<Secret> link = ShareLinks.write(entry);
        link.ifPresentOrElse(this::show, () -> said.getChildren().add(Texts.body(words.text("endpoints.no-link"))));
        Button done = new Button(words.text("notice.close"));
        done.setId("close-sharing-button");
        done.setCancelButton(true);
        done.setOnAction(press -> close.run());
        buttons.getChildren().add(done);
        notice.setId("sharing-notice");
        ScrollPane scroll = new ScrollPane(said);
        scroll.setFitToWidth(true);
        // as high as it is once its lines are broken, which the pane does not know beforehand
        said.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        below.getChildren().addAll(notice, buttons);
        below.getStyleClass().addAll("form", "form-bottom");
        setCenter(scroll);
        setBottom(below);
        scroll.viewportBoundsProperty().subscribe(seen -> fitPicture(seen.getHeight()));
    }

    /** All of it is seen without scrolling; what is said below for a while does not move it. */
    private void fitPicture(double seen) {
        double covered = notice.isVisible() ? notice.prefHeight(below.getWidth()) + below.getSpacing() : 0;
        if (said.getHeight() > 0) {
            picture.ifPresent(code -> code.fit(seen + covered - code.getParent().getBoundsInParent().getMinY()));
        }
    }

    private void show(Secret link) {
        said.getChildren().add(Texts.caption(words.text("share.lead")));
        Optional<List<boolean[]>> code = QrPicture.modules(link);
        picture = code.map(QrView::new);
        picture.ifPresent(drawn -> {
            drawn.setId("qr-picture");
            drawn.setAccessibleText(words.text("share.picture"));
            VBox centred = new VBox(drawn);
            centred.setAlignment(Pos.CENTER);
            said.getChildren().add(centred);
        });
        LinesField text = new LinesField();
        text.setText(link.reveal());
        text.setId("share-link");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        text.setAccessibleText(words.text("share.link"));
        said.getChildren().add(text);
        Button copy = Actions.labelled("copy-link-button", words.text("share.copy"), Icon.COPY);
        copy.setDefaultButton(true);
        copy.setOnAction(press -> {
            Clip.put(link.reveal());
            notice.say(words.text("share.copied"), Tone.GOOD);
        });
        buttons.getChildren().add(copy);
        code.ifPresent(modules -> buttons.getChildren().add(saveButton(modules)));
    }

    private Button saveButton(List<boolean[]> modules) {
        Button save = Actions.labelled("save-picture-button", words.text("share.save-picture"), Icon.EXPORT);
        save.setOnAction(press -> context.ways().fileToWrite(words.text("share.save-picture"), "byway.png")
                .ifPresent(file -> save(modules, file)));
        return save;
    }

    private void save(List<boolean[]> modules, Path file) {
        context.commands().savePicture(QrPicture.png(modules), file)
                .whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        notice.say(words.naming("share.saved", String.valueOf(file.getFileName())), Tone.GOOD);
                    } else {
                        notice.say(words.failure(failure), Tone.BAD);
                    }
                });
    }
}
