package org.byway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryInNameTest {
    @Test
    void aFlagNamesItsCountry() {
        assertThat(CountryInName.of("🇳🇱 Amsterdam 3")).contains(new Country("NL"));
        assertThat(CountryInName.of("free 🇩🇪🇫🇷")).contains(new Country("DE"));
    }

    @Test
    void nameIsReadableWithoutItsFlag() {
        assertThat(CountryInName.withoutFlags("🇳🇱 Amsterdam 3")).isEqualTo("Amsterdam 3");
        assertThat(CountryInName.withoutFlags("🇳🇱")).isEqualTo("🇳🇱");
        assertThat(CountryInName.withoutFlags("Дом 🙂")).isEqualTo("Дом 🙂");
    }

    @Test
    void lettersInBracketsDoSoToo() {
        assertThat(CountryInName.of("[FI] fast")).contains(new Country("FI"));
        assertThat(CountryInName.of("vps (SE)")).contains(new Country("SE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IT department", "no-1", "(OK)", "[ZZ]", "🇿🇿", "🇳", "", "is it in NL"})
    void wordsThatOnlyLookLikeOneDoNot(String name) {
        assertThat(CountryInName.of(name)).isEmpty();
    }
}
