package org.byway.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The icons, drawn for Byway as lines on a square of 24 units; they take the colour of the text beside them. */
public enum Icon {
    // @formatter:off
    HOME("M4 11 L12 4 L20 11 M6 9.5 V20 H18 V9.5 M10 20 V14 H14 V20"),
    SERVERS("M4 5 H20 V11 H4 Z M4 13 H20 V19 H4 Z M7.5 8 H7.6 M7.5 16 H7.6 M11 8 H16 M11 16 H16"),
    CLOCK("M12 4 A8 8 0 1 1 11.99 4 Z M12 8 V12.5 L15 14.5"),
    ADD("M12 5 V19 M5 12 H19"),
    GEAR("M4 7 H12 M16 7 H20 M14 5 V9 M4 17 H8 M12 17 H20 M10 15 V19"),
    POWER("M12 4 V12 M7.5 6.8 A7.5 7.5 0 1 0 16.5 6.8"),
    CHECK("M5 12.5 L10 17.5 L19 7.5"),
    DOTS("M6 12 H6.1 M12 12 H12.1 M18 12 H18.1"),
    ALERT("M12 5 V13.5 M12 18.4 V18.5"),
    FAILURE("M12 4 A8 8 0 1 1 11.99 4 Z M12 8 V12.5 M12 15.8 V15.9"),
    WARNING("M12 4 L21 20 H3 Z M12 10 V14.5 M12 17.2 V17.3"),
    COPY("M9 9 H19 V20 H9 Z M15 9 V5 H5 V16 H9"),
    UP("M12 19 V6 M6.5 11 L12 5.5 L17.5 11"),
    DOWN("M12 5 V18 M6.5 13 L12 18.5 L17.5 13"),
    MOVE("M4 8 H17 M13.5 4.5 L17 8 L13.5 11.5 M20 16 H7 M10.5 12.5 L7 16 L10.5 19.5"),
    FOLDER("M4 19 V5.5 H10 L12 8 H20 V19 Z"),
    TRASH("M5 7 H19 M9.5 7 V4.5 H14.5 V7 M7 7 L8 20 H16 L17 7 M10.5 11 V16 M13.5 11 V16"),
    EAR("M12 12 H12.1 M8.5 15.5 A5 5 0 0 1 8.5 8.5 M15.5 8.5 A5 5 0 0 1 15.5 15.5 M5.6 18.4 A9 9 0 0 1 5.6 5.6 M18.4 5.6 A9 9 0 0 1 18.4 18.4"),
    PRACTICE("M6 20 V4 M6 5 H18 L15 9 L18 13 H6"),
    SEARCH("M11 4 A7 7 0 1 1 10.99 4 Z M16 16 L20.5 20.5"),
    PIN("M9 4 H15 M10 4 V10 L7 14 H17 L14 10 V4 M12 14 V20"),
    EDIT("M5 19 L6 15 L15.5 5.5 L18.5 8.5 L9 18 Z M14 7 L17 10"),
    QR("M4 4 H10 V10 H4 Z M14 4 H20 V10 H14 Z M4 14 H10 V20 H4 Z M14 14 H16 M20 14 V16 M14 18 V20 H16 M20 20 H18.5"),
    EXPORT("M12 15 V4 M7.5 8.5 L12 4 L16.5 8.5 M5 14 V20 H19 V14"),
    TAG("M4 4 H12 L20 12 L12 20 L4 12 Z M8 8 H8.1"),
    PLAY("M7 5 L18.5 12 L7 19 Z"),
    CLOSE("M6 6 L18 18 M18 6 L6 18"),
    LINKS("M10 14 L14 10 M8 11 L5.5 13.5 A3.5 3.5 0 0 0 10.5 18.5 L13 16 M16 13 L18.5 10.5 A3.5 3.5 0 0 0 13.5 5.5 L11 8"),
    FLOWS("M4 7 H16 M13 4 L16 7 L13 10 M20 17 H8 M11 14 L8 17 L11 20"),
    QUESTION("M12 4 A8 8 0 1 1 11.99 4 Z M9.8 10 A2.3 2.3 0 1 1 12 12.6 V13.5 M12 16 V16.1"),
    SEND("M4 12 L20 5 L14 19 L11 13.5 Z"),
    SOURCE("M4 14 V20 H20 V14 M12 4 V14.5 M7.5 10 L12 14.5 L16.5 10"),
    REFRESH("M19.5 12 A7.5 7.5 0 1 1 17 6.5 M17.5 3 V7 H13.5"),
    EYE("M3 12 C6 6.5 18 6.5 21 12 C18 17.5 6 17.5 3 12 Z M12 9.5 A2.5 2.5 0 1 1 11.99 9.5 Z");
    // @formatter:on

    private static final double UNITS = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new picture of this icon, so many points wide and high with text of the usual size; the same in every language. */
    public StackPane sized(double usual) {
        double size = TextScale.of(usual);
        SVGPath frame = new SVGPath();
        frame.setContent("M0 0 H24 V24 H0 Z");
        frame.getStyleClass().add("icon-frame");
        SVGPath line = new SVGPath();
        line.setContent(path);
        line.getStyleClass().add("icon-line");
        Group drawing = new Group(frame, line);
        drawing.setScaleX(size / UNITS);
        drawing.setScaleY(size / UNITS);
        drawing.setCache(true); // drawn when its colour changes, not whenever what is around it is painted
        StackPane box = new StackPane(new Group(drawing));
        box.getStyleClass().add("icon");
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return box;
    }
}
