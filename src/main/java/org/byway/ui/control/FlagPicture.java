package org.byway.ui.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Flags as pictures of the toolkit, each made once; on the JavaFX thread. */
public final class FlagPicture {
    private static final Map<String, Optional<Image>> MADE = new HashMap<>();

    private FlagPicture() {}

    /** Twice as large as it is shown, for screens with many points. */
    public static Optional<Image> of(String country) {
        return MADE.computeIfAbsent(country, code -> Flag.of(code).map(FlagPicture::picture));
    }

    private static Image picture(Flag flag) {
        WritableImage image = new WritableImage(Flag.WIDTH, Flag.HEIGHT);
        image.getPixelWriter().setPixels(0, 0, Flag.WIDTH, Flag.HEIGHT, PixelFormat.getIntArgbInstance(),
                flag.points(), 0, Flag.WIDTH);
        return image;
    }
}
