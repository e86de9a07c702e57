package org.byway.ui.control;

import java.io.InputStream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** The icon of the program, in the size that is asked for. */
public final class Mark extends ImageView {
    public Mark(double size) {
        super(picture(size > 64 ? 256 : 128));
        setFitWidth(size);
        setFitHeight(size);
        setSmooth(true);
    }

    /** One of the pictures that are packaged, by its width. */
    public static Image picture(int pixels) {
        InputStream picture = Mark.class.getResourceAsStream("/org/byway/ui/byway-" + pixels + ".png");
        if (picture == null) {
            throw new IllegalArgumentException("no picture of " + pixels + " pixels");
        }
        return new Image(picture);
    }
}
