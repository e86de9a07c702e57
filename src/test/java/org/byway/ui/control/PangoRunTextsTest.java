package org.byway.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;
import javafx.geometry.NodeOrientation;
import javafx.scene.image.Image;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PangoRunTextsTest {
    private static final int NARROWEST = 40;

    @BeforeEach
    void mend() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, PangoRunTexts::mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"برنامه‌ها اکنون اتصال ندارند. خاموش و دوباره روشن کنید.",
            "لا تجد البرامج اتصالاً حالياً. أوقف المفتاح ثم شغّله من جديد.",
            "سرورهای این فهرست: socks5://203.0.113.7:1080 و \u2068Amsterdam\u2069، ۱۲ عدد.", "הרשימה שלך ריקה עדיין"})
    void aSentenceFromTheRightIsWrappedAtEveryWidth(String sentence) {
        double[] heights = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> IntStream.range(NARROWEST, 500)
                .mapToDouble(width -> height(sentence, width)).toArray());
        assertThat(heights[0]).isGreaterThan(heights[heights.length - 1]);
    }

    @ParameterizedTest
    @CsvSource({"از راه \u2068Amsterdam\u2069 وصل هستید.,از راه Amsterdam وصل هستید.",
            "\u200FByway خاموش شد.,Byway خاموش شد.", "آن\u200Cها,آن ها"})
    void marksThatOnlyTurnOrPartLettersHaveNoBox(String marked, String plain) {
        int inked = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ink(marked));
        int expected = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ink(plain));
        assertThat(inked).isCloseTo(expected, withinPercentage(2));
    }

    /** How many points are not white. */
    private static int ink(String sentence) {
        Image picture = new Text(sentence).snapshot(null, null);
        int inked = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                inked += picture.getPixelReader().getArgb(x, y) == 0xFFFFFFFF ? 0 : 1;
            }
        }
        return inked;
    }

    private static double height(String sentence, int width) {
        Text text = new Text(sentence);
        text.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        text.setWrappingWidth(width);
        return text.getLayoutBounds().getHeight();
    }
}
