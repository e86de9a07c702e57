package org.byway.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LettersTest {
    @Test
    void latinIsDrawn() {
        assertThat(canDraw("English")).isTrue();
    }

    /** Linear A and Cypro-Minoan, which only special fonts have. */
    @Test
    void lettersThatNoFontHereHasAreNoticed() {
        assertThat(canDraw("\uD801\uDE00\uD80B\uDF90")).isFalse();
    }

    @Test
    void oneLetterThatIsMissingIsEnough() {
        assertThat(canDraw("English \uD80B\uDF90")).isFalse();
    }

    private static boolean canDraw(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Letters.canDraw(text));
    }
}
