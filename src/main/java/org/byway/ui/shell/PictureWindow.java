package org.byway.ui.shell;

import java.io.InputStream;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.byway.ui.control.Mark;
import org.byway.words.Language;
import org.byway.words.Words;

/**
 * The window of a computer without fonts, where nothing can be written: its sentence ({@code no-fonts.window}) is a picture,
 * one for each language.
 */
public final class PictureWindow {
    static final String FOLDER = "/org/byway/ui/no-fonts/";
    /** Points of the picture for each of the window, so that it is sharp on fine screens too. */
    static final int FINENESS = 2;

    private PictureWindow() {}

    /** Shows it; the person reads it and closes it. */
    public static void show(Stage stage, Words words, Runnable closed) {
        Image picture = new Image(picture(words.language()));
        ImageView view = new ImageView(picture);
        view.setFitWidth(picture.getWidth() / FINENESS);
        view.setPreserveRatio(true);
        view.setAccessibleText(words.text("no-fonts.window"));
        stage.setScene(new Scene(new StackPane(view), Color.WHITE));
        stage.setTitle("Byway");
        stage.getIcons().add(Mark.picture(48));
        stage.setResizable(false);
        stage.setOnCloseRequest(close -> closed.run());
        stage.show();
    }

    static InputStream picture(Language language) {
        return Objects.requireNonNull(PictureWindow.class.getResourceAsStream(FOLDER + language.tag() + ".png"),
                "every language has its picture");
    }
}
