package org.byway.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.byway.ui.bridge.Intake;

/** Takes text, files and pictures that are dropped onto a node, and shows while they hover that it would. */
final class DropTarget {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("drop-hovered");

    private final Node node;
    private final Intake intake;

    DropTarget(Node node, Intake intake) {
        this.node = node;
        this.intake = intake;
        // filters, because a text area would otherwise take the text for itself and leave it unread
        node.addEventFilter(DragEvent.DRAG_OVER, this::over);
        node.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> hover(false));
    }

    private void over(DragEvent event) {
        Dragboard board = event.getDragboard();
        boolean isFromHere = event.getGestureSource() != null;
        if (!isFromHere && (board.hasFiles() || board.hasString() || board.hasImage())) {
            event.acceptTransferModes(TransferMode.COPY);
            hover(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Pasting.take(event.getDragboard(), intake);
        hover(false);
        event.setDropCompleted(true);
        event.consume();
    }

    private void hover(boolean isOver) {
        node.pseudoClassStateChanged(HOVERED, isOver);
    }
}
