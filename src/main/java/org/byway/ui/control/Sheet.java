package org.byway.ui.control;

import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Something that lies over the window until it is closed: an editor, a picture to share. What is under it can neither be
 * pressed nor reached by keyboard meanwhile, and gets the keyboard back afterwards.
 */
public final class Sheet extends StackPane {
    private static final Duration APPEARING = Duration.millis(120);

    private final Node under;
    private Optional<Node> focusBefore = Optional.empty();

    public Sheet(Node under) {
        this.under = under;
        getStyleClass().add("sheet");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    public void open(Region content) {
        focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        content.getStyleClass().add("sheet-content");
        content.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(content);
        setVisible(true);
        under.setDisable(true);
        FadeTransition appearing = new FadeTransition(APPEARING, this);
        appearing.setFromValue(Motion.reduced().get() ? 1 : 0);
        appearing.setToValue(1);
        appearing.play();
        content.requestFocus();
    }

    public void close() {
        setVisible(false);
        getChildren().clear();
        under.setDisable(false);
        focusBefore.ifPresent(Node::requestFocus);
    }

    public boolean isOpen() {
        return isVisible();
    }
}
