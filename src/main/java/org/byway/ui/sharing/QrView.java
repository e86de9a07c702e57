package org.byway.ui.sharing;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code in whole points for each module, so that no edge is blurred. */
final class QrView extends StackPane {
    private static final double SIDE = 260;

    QrView(List<boolean[]> modules) {
        int size = modules.size();
        int module = Math.max(1, (int) Math.rint(SIDE / size));
        int points = module * size;
        WritableImage image = new WritableImage(points, points);
        for (int y = 0; y < points; y++) {
            for (int x = 0; x < points; x++) {
                image.getPixelWriter().setColor(x, y, modules.get(y / module)[x / module] ? Color.BLACK : Color.WHITE);
            }
        }
        ImageView view = new ImageView(image);
        getStyleClass().add("qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(view);
    }
}
