package org.byway.ui.shell;

import java.io.File;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.byway.ui.bridge.Intake;

/** Takes what is pasted anywhere in a window where it does not go into a field: text, files or a picture. */
final class Pasting {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private Pasting() {}

    static void into(Scene scene, Supplier<Intake> intake) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            boolean isTyping = scene.getFocusOwner() instanceof TextInputControl;
            if (PASTE.match(key) && !isTyping) {
                take(Clipboard.getSystemClipboard(), intake.get());
                key.consume();
            }
        });
    }

    /** What was copied, or is being dropped. */
    static void take(Clipboard clipboard, Intake intake) {
        if (clipboard.hasFiles()) {
            intake.files(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (clipboard.hasString()) {
            intake.text(clipboard.getString());
        } else if (clipboard.hasImage()) {
            intake.picture(clipboard.getImage());
        }
    }
}
