package org.byway.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Saves what a scene shows, for people to look at. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    /** On the JavaFX thread. */
    public static void save(Scene scene, String name) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
