package org.byway.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private static final long STRUCK = seconds(10);

    private final List<Fetch> fetches = new ArrayList<>();

    @Test
    void fetchIsSortedByHowFarItWas() {
        Fetch over = whole(8, 9);
        Fetch flowing = new Fetch(seconds(9), seconds(9.5), seconds(12), "cut");
        Fetch opening = new Fetch(seconds(9), 0, seconds(12), "cut");
        Fetch openingWhole = new Fetch(seconds(9.9), seconds(10.1), seconds(10.2), "");
        Fetch later = whole(10, 11);

        assertThat(List.of(over, flowing, opening, openingWhole, later)).extracting(aftermath()::phase).containsExactly(
                Aftermath.Phase.OVER, Aftermath.Phase.FLOWING, Aftermath.Phase.OPENING, Aftermath.Phase.OPENING,
                Aftermath.Phase.NEW);
    }

    @Test
    void failuresAreCountedByPhaseAndByWhetherAByteCame() {
        fetches.add(new Fetch(seconds(9), 0, seconds(12), "cut"));
        fetches.add(new Fetch(seconds(11), seconds(11.2), seconds(12), "frozen"));
        fetches.add(whole(11, 12));

        assertThat(aftermath().failed(Aftermath.Phase.OPENING)).isEqualTo(1);
        assertThat(aftermath().failed(Aftermath.Phase.NEW)).isEqualTo(1);
        assertThat(aftermath().unanswered()).isEqualTo(1);
    }

    @Test
    void percentileIsTheNearestRankOfWholeFetches() {
        for (int i = 1; i <= 100; i++) {
            fetches.add(whole(1, 1 + i / 100.0));
            fetches.add(whole(11, 11 + i / 50.0));
        }
        fetches.add(new Fetch(seconds(1), 0, seconds(9.9), "cut"));

        assertThat(aftermath().before(50)).isEqualTo(0.5);
        assertThat(aftermath().before(99)).isEqualTo(0.99);
        assertThat(aftermath().after(99)).isEqualTo(1.98);
    }

    @Test
    void figureThatNothingSpeaksOfIsNoNumber() {
        assertThat(aftermath().before(50)).isNaN();
        assertThat(aftermath().untilError(100)).isNaN();
    }

    @Test
    void gapIsTheLongestTimeWithoutAWholePage() {
        fetches.add(whole(9, 10.5));
        fetches.add(whole(11, 14.5));
        fetches.add(whole(14, 16));
        fetches.add(new Fetch(seconds(12), 0, seconds(13), "cut"));
        fetches.add(new Fetch(seconds(17), 0, seconds(20), "cut"));

        assertThat(aftermath().gap()).isEqualTo(4);
    }

    @Test
    void healthIsTheFirstOfFortyGoodFetchesInARow() {
        fetches.add(whole(9, 9.3));
        fetches.add(whole(10, 10.2));
        fetches.add(whole(11, 13));
        for (int i = 0; i < 40; i++) {
            fetches.add(whole(12 + i / 10.0, 12.3 + i / 10.0));
        }

        assertThat(aftermath().untilHealthy()).isEqualTo(2);
    }

    @Test
    void healthThatNeverComesIsInfinite() {
        fetches.add(whole(9, 9.3));
        for (int i = 0; i < 80; i++) {
            fetches.add(i % 39 == 0 ? new Fetch(seconds(11 + i), 0, seconds(12 + i), "cut") : whole(11 + i, 11.3 + i));
        }

        assertThat(aftermath().untilHealthy()).isInfinite();
    }

    @Test
    void extraDialsAreThoseBeyondOneForEachRequest() {
        fetches.add(whole(9, 10));
        fetches.add(whole(11, 12));

        assertThat(aftermath().extraDials()).isEqualTo(50);
    }

    private Aftermath aftermath() {
        return new Aftermath(fetches, List.of(), STRUCK, 3, 0, new Cost.Share(0, 0));
    }

    private static Fetch whole(double begun, double ended) {
        return new Fetch(seconds(begun), seconds(begun) + 1, seconds(ended), "");
    }

    private static long seconds(double count) {
        return Math.round(count * TimeUnit.SECONDS.toNanos(1));
    }
}
