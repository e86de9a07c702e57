package org.byway.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.byway.os.Surroundings;
import org.byway.ui.control.Mark;
import org.byway.ui.control.PangoRunTexts;
import org.byway.words.Words;

/** What is said where there can be no window of ours: one sentence and the next step. */
public final class Alone {
    private static final double WIDTH = 440;
    private static final int ICON = 48;

    private final Words words;

    public Alone(Words words) {
        this.words = words;
    }

    /** Says it until it is closed. */
    public void say(String sentence) {
        dialog(sentence, ButtonType.CLOSE).showAndWait();
    }

    /** Says why the profile cannot be used, and asks for another folder; absent where the person gives it up. */
    public Optional<Path> askForFolder(String sentence) {
        ButtonType choose = new ButtonType(words.text("profile.choose"), ButtonData.OK_DONE);
        Alert alert = dialog(sentence, choose, new ButtonType(words.text("notice.close"), ButtonData.CANCEL_CLOSE));
        return alert.showAndWait().filter(choose::equals).flatMap(pressed -> chosen());
    }

    /** What is said in the window where the choice holds for this time only. */
    public String folderIsNotKept() {
        return words.text("profile.not-kept");
    }

    private Optional<Path> chosen() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("profile.choose"));
        File home = Surroundings.current().home().toFile();
        if (home.isDirectory()) {
            chooser.setInitialDirectory(home); // without one the desktop may begin with recent files, and no folder
        }
        return Optional.ofNullable(chooser.showDialog(null)).map(File::toPath);
    }

    private Alert dialog(String sentence, ButtonType... buttons) {
        PangoRunTexts.mend();
        Look.alone();
        Alert alert = new Alert(Alert.AlertType.ERROR, sentence, buttons);
        DialogPane pane = alert.getDialogPane();
        alert.setHeaderText(null);
        alert.setTitle("Byway");
        alert.setGraphic(new Mark(ICON));
        alert.setOnShowing(showing -> ((Stage) pane.getScene().getWindow()).getIcons().add(Mark.picture(ICON)));
        pane.setNodeOrientation(Look.direction(words));
        pane.setMinWidth(WIDTH);
        return alert;
    }
}
