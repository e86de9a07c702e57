package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.byway.model.Settings.Theme;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every control is reached by the keyboard, in the order in which it is read, is seen to have it, and says what it is. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private static final int MOST = 60;
    private static final PseudoClass BY_KEYBOARD = PseudoClass.getPseudoClass("focus-visible");

    private TestWindow window;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(TestWindow.settings(Theme.LIGHT, "en"), TestWindow.LIST, Samples.on());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theTabKeyReachesEverythingThatCanBePressed(Screen screen, FxRobot robot) {
        open(screen);
        assertThat(order(robot)).containsExactlyInAnyOrderElementsOf(pressable());
    }

    @Test
    void theOrderIsThatOfReading(FxRobot robot) {
        open(Screen.HOME);
        assertThat(order(robot)).containsSubsequence("nav-home", "nav-endpoints", "nav-adding", "nav-connections",
                "nav-activity", "nav-settings", "nav-about", "connect-switch", "copy-address-button",
                "telegram-button");
        window.show(Screen.ENDPOINTS);
        assertThat(order(robot)).containsSubsequence("nav-endpoints", "add-by-hand-button", "add-more-button",
                "search-field", "more-button", "endpoints-table");
        window.show(Screen.SETTINGS);
        assertThat(order(robot)).containsSubsequence("theme-choice", "language-choice", "text-size-choice",
                "reduce-motion", "port-field", "login-user-field", "login-password-field-input",
                "save-listener-button", "strategy-choice", "probe-targets-area", "save-targets-button");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everythingThatCanBePressedHasANameAndARole(Screen screen) {
        open(screen);
        List<String> nameless = new ArrayList<>();
        TestWindow.onFx(() -> {
            for (Node node : reachable()) {
                Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                boolean isNamed = (node.getAccessibleText() != null && !node.getAccessibleText().isBlank())
                        || (node instanceof Labeled labeled && labeled.getText() != null
                                && !labeled.getText().isBlank())
                        || (text instanceof String it && !it.isBlank());
                if (!isNamed || node.getAccessibleRole() == null) {
                    nameless.add(node.toString());
                }
            }
        });
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whatHasTheKeyboardLooksDifferent(Screen screen) {
        open(screen);
        List<String> same = new ArrayList<>();
        TestWindow.onFx(() -> reachable().stream().filter(it -> !isSeenToBeFocused(it))
                .forEach(it -> same.add(it.toString())));
        assertThat(same).isEmpty();
    }

    /** With the mark of the keyboard it is painted otherwise than without. */
    private static boolean isSeenToBeFocused(Node owner) {
        WritableImage without = owner.snapshot(null, null);
        owner.requestFocus();
        owner.pseudoClassStateChanged(BY_KEYBOARD, true);
        WritableImage with = owner.snapshot(null, null);
        owner.pseudoClassStateChanged(BY_KEYBOARD, false);
        owner.getScene().getRoot().requestFocus();
        if (with.getWidth() != without.getWidth() || with.getHeight() != without.getHeight()) {
            return true;
        }
        int differing = 0;
        for (int y = 0; y < with.getHeight(); y++) {
            for (int x = 0; x < with.getWidth(); x++) {
                differing += with.getPixelReader().getArgb(x, y) != without.getPixelReader().getArgb(x, y) ? 1 : 0;
            }
        }
        return differing > 20;
    }

    private void open(Screen screen) {
        window.show(screen);
    }

    /** The ids of what has the keyboard, one press of Tab after the other, once round. */
    private List<String> order(FxRobot robot) {
        TestWindow.onFx(() -> window.scene().lookup("#nav-home").requestFocus());
        Set<String> order = new LinkedHashSet<>();
        for (int i = 0; i < MOST; i++) {
            TestWindow.onFx(() -> order.add(id(window.scene().getFocusOwner())));
            robot.type(KeyCode.TAB);
            if (i > 5 && "nav-home".equals(focused())) {
                break;
            }
        }
        order.remove("close-connection-button"); // of a row, as are the keys that do the same
        return List.copyOf(order);
    }

    private String focused() {
        String[] id = new String[1];
        TestWindow.onFx(() -> id[0] = id(window.scene().getFocusOwner()));
        return id[0];
    }

    private Set<String> pressable() {
        Set<String> ids = new LinkedHashSet<>();
        TestWindow.onFx(() -> reachable().stream().map(KeyboardTest::id).forEach(ids::add));
        return ids;
    }

    /** Cells are walked through by the keys of their table, panes hold others. */
    private List<Node> reachable() {
        return window.seen().stream().filter(node -> node instanceof Control && !node.isDisabled())
                .filter(node -> node.isFocusTraversable() || node.getOnMouseClicked() != null)
                .filter(node -> !(node instanceof IndexedCell<?>) && !(node instanceof ScrollPane)
                        && !(node instanceof SplitPane) && !isInsideOfACell(node))
                .collect(Collectors.toList());
    }

    private static boolean isInsideOfACell(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof IndexedCell<?>) {
                return true;
            }
        }
        return false;
    }

    private static String id(Node node) {
        return node == null ? "nothing" : node.getId() == null ? node.toString() : node.getId();
    }
}
