package org.byway.ui.bridge;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The rest of the desktop: other programs, and the way in which files are chosen there. JavaFX thread only. */
@FunctionalInterface
public interface Desktop {
    /** To whatever program opens such addresses. */
    void open(String address);

    /** Waits until the person has chosen; none where they chose none. */
    default List<Path> filesToRead(Window over, String title) {
        List<File> chosen = chooser(title).showOpenMultipleDialog(over);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /**
     * Waits until the person has chosen; absent where they did not.
     *
     * @param name that is offered for the file
     */
    default Optional<Path> fileToWrite(Window over, String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }
}
