package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.byway.testing.LossyDevice.Faults;
import org.byway.testing.PacketCable;
import org.byway.testing.PatternStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tunnel lives through: outages, narrow paths, a day. */
class TunnelLifeTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "30, true", "30, false", "100, true", "100, false"})
    void pathThatWasAwayForTwoSecondsIsUsedAgainWithinOne(int delayMillis, boolean isDownload) {
        PacketCable.Terms terms = new PacketCable.Terms(Duration.ofMillis(delayMillis), 1_420, 400_000,
                Duration.ofMillis(200));
        try (TunnelPair pair = new TunnelPair(terms, Faults.NONE, 3)) {
            Channel near = pair.connect();
            pair.time.advance(Duration.ofSeconds(1));
            PatternStream far = new PatternStream(isDownload ? 100 * MIB : 0).over(pair.accepted.getFirst());
            PatternStream own = new PatternStream(isDownload ? 0 : 100 * MIB).over(near);
            PatternStream receiver = isDownload ? own : far;
            pair.time.advance(Duration.ofSeconds(2));
            assertThat(receiver.received()).isGreaterThan(MIB / 4);
            pair.cable.cut();
            pair.time.advance(Duration.ofSeconds(2));
            long before = receiver.received();
            pair.cable.mend();
            pair.time.advance(Duration.ofSeconds(1));

            assertThat(receiver.received()).isGreaterThan(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100})
    void segmentAsksForAPathThatIsAwayEveryHalfSecond(int delayMillis) {
        PacketCable.Terms terms = new PacketCable.Terms(Duration.ofMillis(delayMillis), 1_420, 100_000,
                Duration.ofMillis(100));
        try (TunnelPair pair = new TunnelPair(terms, Faults.NONE, 3)) {
            Channel near = pair.connect();
            pair.time.advance(Duration.ofSeconds(1));
            PatternStream far = new PatternStream(0).over(pair.accepted.getFirst());
            new PatternStream(Long.MAX_VALUE).over(near);
            for (int millis = 500; millis < 9_000; millis += 730) {
                pair.time.advance(Duration.ofSeconds(3));
                pair.cable.cut();
                pair.time.advance(Duration.ofMillis(millis));
                long before = far.received();
                pair.cable.mend();
                // what asks may have come before, and only its acknowledgment not: there, back, and there with more
                pair.time.advance(Duration.ofMillis(600 + 3 * delayMillis));

                assertThat(far.received()).as("after %d ms", millis).isGreaterThan(before);
            }
        }
    }

    @Test
    void largePacketsThatVanishAreFollowedBySmallerOnes() {
        try (TunnelPair pair = TunnelPair.withDelay(Duration.ofMillis(20))) {
            Channel talk = pair.connect();
            pair.loop.scheduleAtFixedRate(() -> talk.writeAndFlush(Unpooled.copyBoolean(true)), 0, 100,
                    TimeUnit.MILLISECONDS);
            pair.cable.narrow(1_200);
            Channel near = pair.connect();
            pair.time.advance(Duration.ofSeconds(1));
            PatternStream far = new PatternStream(0).over(pair.accepted.getLast());
            new PatternStream(MIB / 8).over(near);
            pair.time.advance(Duration.ofSeconds(10));
            assertThat(far.isWholeAndEnded(MIB / 8)).as("%s", far).isTrue();

            // and the next one does not try large packets at all, in either direction
            List<PatternStream> ends = pair.exchange(MIB / 8, MIB / 8, Duration.ofSeconds(1));
            assertThat(ends).as("%s", ends).allMatch(end -> end.isWholeAndEnded(MIB / 8));
            talk.close();
        }
    }

    @Test
    void outageOfTheWholePathMakesNoPacketsSmaller() {
        try (TunnelPair pair = TunnelPair.withDelay(Duration.ofMillis(20))) {
            Channel near = pair.connect();
            pair.time.advance(Duration.ofSeconds(1));
            new PatternStream(0).over(pair.accepted.getLast());
            pair.cable.cut();
            new PatternStream(MIB).over(near);
            pair.time.advance(Duration.ofSeconds(3));
            pair.cable.mend();
            pair.time.advance(Duration.ofSeconds(2));
            List<Integer> lengths = new ArrayList<>();
            pair.cable.watch(packet -> lengths.add(packet.readableBytes()));

            assertThat(pair.exchange(MIB / 8, 0, Duration.ofSeconds(2)).get(1).isWholeAndEnded(MIB / 8)).isTrue();
            assertThat(lengths).contains(1_420);
        }
    }

    @Test
    void dayLeavesNothingBehind() {
        Random random = new Random(11);
        Faults faults = new Faults(0.02, 0.01, 0.02, Duration.ofMillis(30), 0.01);
        try (TunnelPair pair = new TunnelPair(PacketCable.Terms.of(Duration.ofMillis(25)), faults, 11)) {
            for (int minute = 0; minute < 24 * 60; minute += 20) {
                if (minute % 120 == 0) {
                    pair.cable.cut();
                    pair.time.advance(Duration.ofSeconds(30));
                    pair.cable.mend();
                }
                Channel near = pair.connect();
                pair.time.advance(Duration.ofSeconds(1));
                Channel far = pair.accepted.getLast();
                new PatternStream(random.nextInt(30_000)).over(far);
                new PatternStream(random.nextInt(30_000)).over(near);
                pair.time.advance(Duration.ofSeconds(random.nextInt(60)));
                leave(random.nextInt(4), near, far);
                pair.stack.packets().open(pair.loop).getNow().close();
                pair.time.advance(Duration.ofMinutes(19));
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
