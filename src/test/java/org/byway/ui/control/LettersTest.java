package org.byway.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LettersTest {
    private static final String LINEAR_A = Character.toString(0x10600);
    private static final String CYPRO_MINOAN = Character.toString(0x12F90);

    @Test
    void latinIsDrawn() {
        assertThat(Letters.areThere()).isTrue();
        assertThat(canDraw("English")).isTrue();
    }

    /** Linear A and Cypro-Minoan, which only special fonts have. */
    @Test
    void lettersThatNoFontHereHasAreNoticed() {
        assertThat(canDraw(LINEAR_A + CYPRO_MINOAN)).isFalse();
    }

    @Test
    void oneLetterThatIsMissingIsEnough() {
        assertThat(canDraw("English " + CYPRO_MINOAN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLanguageIsNamedWithLettersThatAreThere(Language language) {
        Words english = Words.forPerson(Optional.of("en"));
        String name = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Letters.nameOf(language, english));
        assertThat(name).isIn(language.ownName(), language.nameIn(Language.ENGLISH));
        assertThat(canDraw(name)).isTrue();
    }

    private static boolean canDraw(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Letters.canDraw(text));
    }
}
