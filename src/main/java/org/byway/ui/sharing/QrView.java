package org.byway.ui.sharing;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code, a point of the picture for each module and enlarged without smoothing. */
final class QrView extends StackPane {
    private static final double SIDE = 260;

    QrView(List<boolean[]> modules) {
        int size = modules.size();
        WritableImage image = new WritableImage(size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.getPixelWriter().setColor(x, y, modules.get(y)[x] ? Color.BLACK : Color.WHITE);
            }
        }
        ImageView view = new ImageView(image);
        view.setSmooth(false);
        view.setFitWidth(Math.max(1, Math.rint(SIDE / size)) * size);
        view.setPreserveRatio(true);
        getStyleClass().add("qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(view);
    }
}
