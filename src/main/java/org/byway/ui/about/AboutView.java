package org.byway.ui.about;

import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.bridge.ScreenView;
import org.byway.ui.control.Mark;
import org.byway.ui.control.Page;
import org.byway.ui.control.Texts;
import org.byway.words.Words;

/** The name, the version, what it promises, and the licences. */
public final class AboutView implements ScreenView {
    private final Page root;

    public AboutView(ScreenContext context) {
        Words words = context.words();
        Label version = Texts.caption(words.text("about.version", version(words)));
        version.setId("version");
        VBox page = new VBox(new Mark(64), Texts.title("Byway"), version, Texts.body(words.text("about.what")),
                Texts.body(words.text("about.promises")), heading(words.text("about.licence-title")),
                Texts.body(words.text("about.licence")), heading(words.text("about.parts")));
        for (ProgramPart part : ProgramPart.all()) {
            page.getChildren().add(line(part));
        }
        page.getStyleClass().add("settings-page");
        root = new Page(page);
    }

    private static Label heading(String text) {
        Label heading = Texts.heading(text);
        heading.getStyleClass().add("strong");
        return heading;
    }

    private static Node line(ProgramPart part) {
        VBox line = new VBox(Texts.body(part.name()), Texts.caption(part.licence() + " · " + part.home()));
        // names of programs, which no language translates, on the side where its lines begin
        line.getChildren().forEach(text -> text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT));
        line.setFillWidth(false);
        line.getStyleClass().add("part-line");
        return line;
    }

    /** From the jar's manifest; a run from compiled classes has none. */
    private static String version(Words words) {
        return Optional.ofNullable(AboutView.class.getPackage().getImplementationVersion())
                .orElseGet(() -> words.text("about.development"));
    }

    @Override
    public Region root() {
        return root;
    }
}
