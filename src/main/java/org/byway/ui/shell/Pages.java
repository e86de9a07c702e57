package org.byway.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The screens that were opened, one over the other and all but one hidden: a screen that comes back is as it was left, and
 * need not be styled and laid out anew.
 */
final class Pages extends StackPane {
    void show(Region page) {
        add(page);
        for (Node each : getChildren()) {
            boolean isSeen = each.equals(page);
            each.setVisible(isSeen);
            each.setManaged(isSeen);
        }
    }

    /** Takes a screen in before anybody has asked for it; nothing of it is seen. */
    void prepare(Region page) {
        if (!getChildren().contains(page)) {
            page.setVisible(false);
            page.setManaged(false);
            add(page);
        }
    }

    private void add(Region page) {
        if (!getChildren().contains(page)) {
            getChildren().add(page);
        }
    }
}
