package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PacketCable;
import org.byway.testing.PatternStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of an upload arrives where packets are lost at random in both directions; the same in each run. */
class UploadGoodputTest {
    private static final int SEEDS = 2;
    private static final int SECONDS = 10;

    @ParameterizedTest
    @CsvSource({"0.01, 50, 1500", "0.05, 10, 2200", "0.1, 50, 300", "0.2, 10, 250"})
    void uploadGoesOnThroughLoss(double lost, int delayMillis, long leastKilobits) {
        long arrived = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            arrived += arrived(PacketCable.Terms.of(Duration.ofMillis(delayMillis)), Faults.loss(lost), seed);
        }
        long kilobits = arrived * Byte.SIZE / SEEDS / SECONDS / 1_000;
        assertThat(kilobits).isGreaterThan(leastKilobits);
    }

    /** A link of 8 Mbit/s, whose queue holds what is under way for half or all of a round trip more. */
    @ParameterizedTest
    @CsvSource({"10, 50, 90", "50, 100, 85"})
    void uploadFillsANarrowLink(int delayMillis, int queueMillis, int leastPercent) {
        PacketCable.Terms terms = new PacketCable.Terms(Duration.ofMillis(delayMillis), 1_420, 1_000_000,
                Duration.ofMillis(queueMillis));
        long arrived = arrived(terms, Faults.NONE, 1);
        long percent = arrived * 100 / SECONDS / 1_000_000;
        assertThat(percent).isGreaterThanOrEqualTo(leastPercent);
    }

    private static long arrived(PacketCable.Terms terms, Faults faults, int seed) {
        try (TunnelPair pair = new TunnelPair(terms, faults, seed)) {
            new PatternStream(Long.MAX_VALUE).over(pair.connect());
            while (pair.accepted.isEmpty()) {
                pair.time.advance(terms.delay());
            }
            PatternStream far = new PatternStream(0).over(pair.accepted.getFirst());
            pair.time.advance(Duration.ofSeconds(SECONDS));
            return far.received();
        }
    }
}
