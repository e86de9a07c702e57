package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.List;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PacketCable;
import org.byway.testing.PatternStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a path does to packets, a stream comes through as it was sent. */
class LossyTransferTest {
    private static final long MIB = 1024 * 1024;
    /** Every buffer is followed in the usual run, which takes its time. */
    private static final long SMALL = 200_000;

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "0.01, 0, 0, 0", "0.05, 0, 0, 0", "0.2, 0, 0, 0", "0, 0.1, 0, 0", "0, 0, 0.1, 0",
            "0, 0, 0, 0.05", "0.02, 0.02, 0.05, 0.02"})
    void bytesAreTheSameBothWays(double lost, double repeated, double late, double damaged) {
        Faults faults = new Faults(lost, repeated, late, Duration.ofMillis(7), damaged);
        try (TunnelPair pair = new TunnelPair(PacketCable.Terms.of(Duration.ofMillis(10)), faults, 42)) {
            List<PatternStream> ends = pair.exchange(SMALL, SMALL, Duration.ofMinutes(20));

            assertThat(ends).as("%s", ends).allMatch(end -> end.isWholeAndEnded(SMALL));
        }
    }

    @Tag("real")
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2})
    void twoHundredMegabytesAreTheSame(double lost) {
        ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE); // one buffer in 128 is followed: there are millions
        try (TunnelPair pair = new TunnelPair(PacketCable.Terms.of(Duration.ofMillis(5)), Faults.loss(lost), 42)) {
            List<PatternStream> ends = pair.exchange(0, 200 * MIB, Duration.ofHours(24));

            assertThat(ends.getFirst().isWholeAndEnded(200 * MIB)).as("%s", ends).isTrue();
        } finally {
            ResourceLeakDetector.setLevel(usual);
        }
    }

    @Test
    void bytesAreTheSameThroughASmallQueue() {
        PacketCable.Terms slow = new PacketCable.Terms(Duration.ofMillis(20), 1_420, 500_000, Duration.ofMillis(30));
        try (TunnelPair pair = new TunnelPair(slow, Faults.NONE, 42)) {
            List<PatternStream> ends = pair.exchange(MIB, MIB, Duration.ofSeconds(30));

            assertThat(ends).as("%s", ends).allMatch(end -> end.isWholeAndEnded(MIB));
        }
    }
}
