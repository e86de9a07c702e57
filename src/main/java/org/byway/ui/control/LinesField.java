package org.byway.ui.control;

import java.util.function.Consumer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field of several lines that the Tab key leaves, as it leaves every other: nothing here needs a tab inside. */
public final class LinesField extends TextArea {
    private int most = Integer.MAX_VALUE;
    private Consumer<String> taker = longer -> {};

    public LinesField() {
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
                requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
    }

    /** What is pasted here and is longer than so many characters goes there instead. */
    public void passOn(int longerThan, Consumer<String> to) {
        most = longerThan;
        taker = to;
    }

    @Override
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && text.length() > most) {
            taker.accept(text);
        } else {
            super.paste();
        }
    }
}
