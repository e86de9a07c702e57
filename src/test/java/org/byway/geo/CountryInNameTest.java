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
    void aNameTypedWithoutItsFlagKeepsIt() {
        assertThat(CountryInName.withFlagsOf("Amsterdam 🇳🇱 3", "Amsterdam  3")).isEqualTo("Amsterdam 🇳🇱 3");
        assertThat(CountryInName.withFlagsOf("🇳🇱 Amsterdam 3", "Utrecht")).isEqualTo("🇳🇱 Utrecht");
        assertThat(CountryInName.withFlagsOf("🇳🇱 Amsterdam 3", "🇩🇪 Berlin")).isEqualTo("🇩🇪 Berlin");
        assertThat(CountryInName.withFlagsOf("🇳🇱 Amsterdam 3", "")).isEmpty();
        assertThat(CountryInName.withFlagsOf("Amsterdam", "Utrecht")).isEqualTo("Utrecht");
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
