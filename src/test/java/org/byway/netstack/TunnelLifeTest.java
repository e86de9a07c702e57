package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Random;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PacketCable;
import org.byway.testing.PatternStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tunnel lives through: outages, narrow paths, a day. */
class TunnelLifeTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "30, true", "30, false", "100, true", "100, false"})
    void pathThatWasAwayForTwoSecondsIsUsedAgainWithinOne(int delayMillis, boolean isDownload) {
        PacketCable.Terms terms = new PacketCable.Terms(Duration.ofMillis(delayMillis), 1_420, 2_000_000,
                Duration.ofMillis(200));
        try (TunnelPair pair = new TunnelPair(terms, Faults.NONE, 3)) {
            Channel near = pair.connect();
            pair.time.advance(Duration.ofSeconds(1));
            PatternStream far = new PatternStream(isDownload ? 100 * MIB : 0).over(pair.accepted.getFirst());
            PatternStream own = new PatternStream(isDownload ? 0 : 100 * MIB).over(near);
            PatternStream receiver = isDownload ? own : far;
            pair.time.advance(Duration.ofSeconds(2));
            assertThat(receiver.received()).isGreaterThan(MIB);
            pair.cable.cut();
            pair.time.advance(Duration.ofSeconds(2));
            long before = receiver.received();
            pair.cable.mend();
            pair.time.advance(Duration.ofSeconds(1));

            assertThat(receiver.received()).isGreaterThan(before);
        }
    }

    @Test
    void largePacketsThatVanishAreFollowedBySmallerOnes() {
        PacketCable.Terms narrow = new PacketCable.Terms(Duration.ofMillis(20), 1_420, 0, Duration.ZERO);
        try (TunnelPair pair = new TunnelPair(narrow, Faults.NONE, 3)) {
            pair.cable.narrow(1_200);
            assertThat(pair.exchange(MIB, 0, Duration.ofSeconds(30)).get(1).isWholeAndEnded(MIB)).isTrue();
            // and the next connection asks for answers that fit
            assertThat(pair.exchange(0, MIB, Duration.ofSeconds(5)).get(0).isWholeAndEnded(MIB)).isTrue();
        }
    }

    @Test
    void dayLeavesNothingBehind() {
        Random random = new Random(11);
        Faults faults = new Faults(0.02, 0.01, 0.02, Duration.ofMillis(30), 0.01);
        try (TunnelPair pair = new TunnelPair(PacketCable.Terms.of(Duration.ofMillis(25)), faults, 11)) {
            for (int minute = 0; minute < 24 * 60; minute += 10) {
                if (minute % 120 == 0) {
                    pair.cable.cut();
                    pair.time.advance(Duration.ofSeconds(30));
                    pair.cable.mend();
                }
                Channel near = pair.connect();
                pair.time.advance(Duration.ofSeconds(1));
                Channel far = pair.accepted.getLast();
                new PatternStream(random.nextInt(100_000)).over(far);
                new PatternStream(random.nextInt(100_000)).over(near);
                pair.time.advance(Duration.ofSeconds(random.nextInt(60)));
                leave(random.nextInt(4), near, far);
                pair.stack.packets().open(pair.loop).getNow().close();
                pair.time.advance(Duration.ofMinutes(9));
            }
            pair.accepted.forEach(Channel::close);
            pair.time.advance(Duration.ofMinutes(5));

            assertThat(pair.stack.counts()).isEqualTo(new StackCounts(0, 0, 0));
            assertThat(pair.server.openFlows()).isZero();
        }
    }

    private static void leave(int how, Channel near, Channel far) {
        switch (how) {
            case 0 -> near.close();
            case 1 -> far.close();
            case 2 -> {
                near.close();
                far.close();
            }
            default -> near.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        near.close();
    }
}
