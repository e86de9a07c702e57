package org.byway.ui.sharing;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.byway.ui.control.TextScale;

/** A QR code in whole points for each module, so that no edge is blurred; as large as the text asks and the room allows. */
final class QrView extends StackPane {
    private static final double SIDE = 260;

    private final List<boolean[]> modules;
    private final Path black = new Path();
    private final Pane board = new Pane(black);
    private double drawn;

    QrView(List<boolean[]> modules) {
        this.modules = modules;
        black.setFill(Color.BLACK);
        black.setStroke(null);
        board.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // mirrored it would be another code
        getStyleClass().add("qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(board);
        fit(Double.MAX_VALUE);
    }

    /** No larger than that, unless a camera could not read it then. */
    void fit(double room) {
        int count = modules.size();
        double usual = Math.rint(SIDE / count);
        double wanted = Math.rint(TextScale.of(SIDE) / count);
        double allowed = Math.floor((room - getInsets().getTop() - getInsets().getBottom()) / count);
        draw(Math.max(1, Math.clamp(allowed, Math.min(usual, wanted), wanted)));
    }

    /** How many points a side has without what is round it. */
    double side() {
        return drawn * modules.size();
    }

    private void draw(double module) {
        if (module == drawn) {
            return;
        }
        drawn = module;
        board.setMinSize(side(), side());
        board.setPrefSize(side(), side());
        board.setMaxSize(side(), side());
        black.getElements().clear();
        for (int y = 0; y < modules.size(); y++) {
            boolean[] row = modules.get(y);
            for (int x = 0; x < row.length; x++) {
                int from = x;
                while (x < row.length && row[x]) {
                    x++;
                }
                if (x > from) {
                    bar(from * module, x * module, y * module, (y + 1) * module);
                }
            }
        }
    }

    private void bar(double left, double right, double top, double bottom) {
        black.getElements().addAll(new MoveTo(left, top), new HLineTo(right), new VLineTo(bottom), new HLineTo(left),
                new ClosePath());
    }
}
