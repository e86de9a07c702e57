package org.byway.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Decay DECAY = new Decay(Duration.ofMinutes(10));
    private static final Score NONE = Score.none(DECAY);
    private static final Instant NOW = Instant.EPOCH.plusSeconds(1000);

    @Test
    void nothingSeenCostsNothingKnown() {
        assertThat(NONE.cost(NOW)).isEmpty();
        assertThat(NONE.failed(1, NOW).cost(NOW)).isEmpty();
    }

    @Test
    void firstByteIsOpeningAndAnswering() {
        Score score = NONE.opened(millis(100), NOW).answered(millis(50), NOW);

        assertThat(score.cost(NOW)).contains(millis(150));
    }

    @Test
    void latestWeighsMost() {
        Score score = repeated(NONE, 1000, 100);
        score = repeated(score, 4, 900);

        assertThat(score.cost(NOW).orElseThrow()).isGreaterThan(millis(500));
    }

    @Test
    void failureCostsMoreTheRarerSuccessIs() {
        Score often = repeated(NONE, 10, 100).failed(1, NOW);
        Score seldom = repeated(NONE, 1, 100).failed(1, NOW);

        assertThat(often.cost(NOW).orElseThrow()).isLessThan(seldom.cost(NOW).orElseThrow())
                .isGreaterThan(repeated(NONE, 10, 100).cost(NOW).orElseThrow());
    }

    @Test
    void halfAFaultCostsLess() {
        Score score = repeated(NONE, 10, 100);

        assertThat(score.failed(0.5, NOW).cost(NOW).orElseThrow())
                .isLessThan(score.failed(1, NOW).cost(NOW).orElseThrow());
    }

    @Test
    void failureIsForgottenInTime() {
        Score score = repeated(NONE, 10, 100).failed(1, NOW);

        assertThat(score.cost(NOW.plus(Duration.ofHours(3))).orElseThrow()).isCloseTo(millis(100), millis(1));
    }

    @Test
    void halfLivesDifferFromProfileToProfile() {
        Decay one = Decay.about(Duration.ofMinutes(10), new Random(1));
        Decay other = Decay.about(Duration.ofMinutes(10), new Random(2));

        assertThat(one.halfLife()).isNotEqualTo(other.halfLife()).isBetween(millis(450_000), millis(750_000));
    }

    @Test
    void halfIsLeftAfterAHalfLife() {
        assertThat(DECAY.left(NOW, NOW.plus(DECAY.halfLife()))).isEqualTo(0.5);
        assertThat(DECAY.left(NOW, NOW)).isEqualTo(1);
    }

    private static Score repeated(Score score, int times, long tookMillis) {
        Score repeated = score;
        for (int i = 0; i < times; i++) {
            repeated = repeated.opened(millis(tookMillis), NOW);
        }
        return repeated;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
