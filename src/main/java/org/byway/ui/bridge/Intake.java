package org.byway.ui.bridge;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;

/** Takes what a person pastes or drops anywhere onto the window. */
public interface Intake {
    void text(String text);

    void files(List<Path> files);

    /** A picture that may show a QR code. */
    void picture(Image picture);
}
