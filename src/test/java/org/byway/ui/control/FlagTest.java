package org.byway.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagTest {
    static String[] drawn() {
        return Arrays.stream(Locale.getISOCountries()).filter(code -> Flag.of(code).isPresent())
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void everyPointOfEveryFlagHasAColour(String country) {
        int[] points = Flag.of(country).orElseThrow().points();
        assertThat(points).hasSize(Flag.WIDTH * Flag.HEIGHT);
        assertThat(Arrays.stream(points).filter(point -> (point & 0xffffff) == 0).count()).as("left unpainted")
                .isLessThan(points.length / 2);
    }

    @Test
    void noTwoCountriesThatDifferLookTheSame() {
        Map<Integer, String> seen = new HashMap<>();
        for (String country : drawn()) {
            String same = seen.put(Arrays.hashCode(Flag.of(country).orElseThrow().points()), country);
            assertThat(same).as(country).isNull();
        }
        assertThat(seen).hasSizeGreaterThan(90);
    }

    @Test
    void aFlagOfThreeBandsHasThemInOrder() {
        int[] points = Flag.of("NL").orElseThrow().points();
        assertThat(colour(points, 3)).isEqualTo(0xAE1C28);
        assertThat(colour(points, Flag.HEIGHT / 2)).isEqualTo(0xFFFFFF);
        assertThat(colour(points, Flag.HEIGHT - 3)).isEqualTo(0x21468B);
    }

    private static int colour(int[] points, int row) {
        return points[row * Flag.WIDTH + Flag.WIDTH / 2] & 0xffffff;
    }
}
