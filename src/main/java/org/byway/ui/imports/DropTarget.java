package org.byway.ui.imports;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes text and files that are dropped onto a node, and shows while they hover that it would. */
final class DropTarget {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("drop-hovered");

    private final Node node;
    private final Consumer<String> text;
    private final Consumer<List<Path>> files;

    DropTarget(Node node, Consumer<String> text, Consumer<List<Path>> files) {
        this.node = node;
        this.text = text;
        this.files = files;
        // filters, because a text area would otherwise take the text for itself and leave it unread
        node.addEventFilter(DragEvent.DRAG_OVER, this::over);
        node.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> hover(false));
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            hover(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            files.accept(board.getFiles().stream().map(File::toPath).toList());
        } else if (board.hasString()) {
            text.accept(board.getString());
        }
        hover(false);
        event.setDropCompleted(true);
        event.consume();
    }

    private void hover(boolean isOver) {
        node.pseudoClassStateChanged(HOVERED, isOver);
    }
}
