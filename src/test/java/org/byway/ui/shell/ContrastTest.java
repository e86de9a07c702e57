package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.byway.model.Settings.Theme;
import org.byway.ui.control.HealthMark;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every text and every mark against what lies behind it, as the stylesheets colour them (WCAG 2.1, 1.4.3 and 1.4.11, AA). */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {
    private static final double OF_TEXT = 4.5;
    private static final double OF_LARGE_TEXT_AND_MARKS = 3;
    private static final double LARGE = 24;
    private static final double LARGE_IF_BOLD = 18.66;

    private Runnable close = () -> {};

    static Stream<Arguments> screens() {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Stream.of(Screen.values()).map(screen -> Arguments.of(theme, screen)));
    }

    @AfterEach
    void close() {
        close.run();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyTextAndMarkCanBeReadAgainstItsBackground(Theme theme, Screen screen) {
        TestWindow window = TestWindow.open(TestWindow.settings(theme, "en"), TestWindow.LIST, Samples.frozen());
        close = window::close;
        window.show(screen);
        assertReadable(window);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theFormAndItsErrorsCanBeRead(Theme theme) {
        TestWindow window = TestWindow.open(TestWindow.settings(theme, "en"), TestWindow.LIST, Samples.trouble());
        close = window::close;
        assertReadable(window);
        window.show(Screen.ENDPOINTS);
        TestWindow.onFx(() -> ((javafx.scene.control.Button) window.scene().lookup("#add-by-hand-button")).fire());
        TestWindow.settle();
        TestWindow.onFx(() -> ((javafx.scene.control.Button) window.scene().lookup("#save-endpoint-button")).fire());
        TestWindow.settle();
        assertReadable(window);
    }

    static Stream<Theme> themes() {
        return Stream.of(Theme.LIGHT, Theme.DARK);
    }

    @Test
    void theRatioIsThatOfTheStandard() {
        assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    }

    private static void assertReadable(TestWindow window) {
        List<String> faint = new ArrayList<>();
        TestWindow.onFx(() -> {
            for (Node node : window.seen()) {
                if (node instanceof Text text && !text.getText().isBlank() && isMeant(node)) {
                    check(faint, text.getText(), text.getFill(), node, needed(text));
                } else if (node instanceof SVGPath path && path.getStyleClass().contains("icon-line")
                        && isMeant(node)) {
                    check(faint, "an icon of " + owner(node), path.getStroke(), node, OF_LARGE_TEXT_AND_MARKS);
                } else if (node instanceof HealthMark mark) {
                    check(faint, "a mark " + mark.getStyleClass(), mark.getBackground().getFills().getFirst().getFill(),
                            mark, OF_LARGE_TEXT_AND_MARKS);
                }
            }
        });
        assertThat(faint).isEmpty();
    }

    /** What is disabled is exempt (1.4.3), and so is what is only drawn, as the picture on an empty page. */
    private static boolean isMeant(Node node) {
        boolean isMeant = !node.isDisabled();
        for (Node above = node; above != null; above = above.getParent()) {
            isMeant &= !above.getStyleClass().contains("empty-page") || node instanceof Text;
            isMeant &= above.getOpacity() == 1;
        }
        return isMeant;
    }

    private static double needed(Text text) {
        boolean isBold = text.getFont().getStyle().contains("Bold");
        double size = text.getFont().getSize();
        return size >= LARGE || (isBold && size >= LARGE_IF_BOLD) ? OF_LARGE_TEXT_AND_MARKS : OF_TEXT;
    }

    private static void check(List<String> faint, String what, Paint ink, Node node, double needed) {
        Color behind = behind(node);
        Color seen = over((Color) ink, behind);
        double ratio = ratio(seen, behind);
        if (ratio < needed) {
            faint.add("%s: %.2f of %s on %s".formatted(what, ratio, seen, behind));
        }
    }

    /** The fills that are last painted of each region above, until one hides all. */
    private static Color behind(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (fills.get(i).getFill() instanceof Color colour) {
                        layers.add(colour);
                    }
                }
                if (layers.stream().anyMatch(Color::isOpaque)) {
                    break;
                }
            }
        }
        Color behind = Color.WHITE;
        for (int i = layers.size() - 1; i >= 0; i--) {
            behind = over(layers.get(i), behind);
        }
        return behind;
    }

    private static Color over(Color above, Color below) {
        double opacity = above.getOpacity();
        return Color.color(above.getRed() * opacity + below.getRed() * (1 - opacity),
                above.getGreen() * opacity + below.getGreen() * (1 - opacity),
                above.getBlue() * opacity + below.getBlue() * (1 - opacity));
    }

    private static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String owner(Node node) {
        Node above = node;
        while (above.getParent() != null && above.getId() == null) {
            above = above.getParent();
        }
        return above.toString();
    }
}
