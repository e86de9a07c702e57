package org.byway.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Whether the layout of a scene comes to rest. A part that moves another one although nothing has changed asks for the next
 * layout each time, which costs a whole core and is seen on no picture.
 */
public final class Layouts {
    /** Sizes follow from the sizes of others, and some are known only a layout later. */
    private static final int ENOUGH = 3;

    private Layouts() {}

    /** What moves when all is laid out once more; on the JavaFX thread. */
    public static List<Node> restless(Scene scene) {
        for (int i = 0; i < ENOUGH; i++) {
            again(scene.getRoot());
        }
        List<Node> moved = new ArrayList<>();
        List<Runnable> silence = new ArrayList<>();
        within(scene.getRoot()).forEach(node -> {
            ChangeListener<Number> moves = (ignored, before, after) -> moved.add(node);
            Stream.of(node.layoutXProperty(), node.layoutYProperty()).forEach(place -> {
                place.addListener(moves);
                silence.add(() -> place.removeListener(moves));
            });
        });
        again(scene.getRoot());
        silence.forEach(Runnable::run);
        return moved.stream().distinct().toList();
    }

    private static void again(Parent root) {
        within(root).filter(Parent.class::isInstance).map(Parent.class::cast).forEach(Parent::requestLayout);
        root.applyCss();
        root.layout();
    }

    /** A page that is not shown is not laid out either. */
    private static Stream<Node> within(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        List<Node> children = node instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable())
                : List.of();
        return Stream.concat(Stream.of(node), children.stream().flatMap(Layouts::within));
    }
}
