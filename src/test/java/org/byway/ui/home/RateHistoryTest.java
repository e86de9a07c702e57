package org.byway.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.home.RateMeter.Rate;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
    private Instant now = Instant.parse("2026-05-04T18:00:00Z");
    private final RateHistory history = new RateHistory(() -> now);

    @Test
    void eachSecondHasWhatMovedInIt() {
        look(0, 0);
        look(100, 2000);
        look(150, 2000);
        assertThat(history.seconds()).endsWith(new Rate(0, 0), new Rate(100, 2000), new Rate(50, 0));
    }

    @Test
    void aMinuteIsKeptAndNoMore() {
        for (int second = 0; second < 200; second++) {
            look(second * 10L, 0);
        }
        assertThat(history.seconds()).hasSize(60).allMatch(rate -> rate.up() == 10);
    }

    @Test
    void whatMovedWhileNobodyLookedIsNoPeak() {
        look(0, 0);
        look(10, 0);
        now = now.plusSeconds(20);
        look(9_000_000, 0);
        assertThat(history.seconds()).endsWith(Rate.NONE, Rate.NONE).doesNotContain(new Rate(9_000_000, 0));
        look(9_000_500, 0);
        assertThat(history.seconds()).endsWith(new Rate(500, 0));
    }

    @Test
    void anEngineThatCountsFromZeroAgainGivesNothingNegative() {
        look(5000, 5000);
        look(10, 10);
        assertThat(history.seconds()).allMatch(rate -> rate.up() >= 0 && rate.down() >= 0);
    }

    private void look(long up, long down) {
        now = now.plusSeconds(1);
        history.look(new Traffic(up, down, 1));
    }
}
