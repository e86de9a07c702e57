package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.byway.netstack.wire.TcpFlags;
import org.byway.testing.IcmpPackets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent, and sent again (RFC 6298, RFC 6582, RFC 8985, RFC 9293 section 3.8.6). */
class SendingScriptTest {
    private static final int SEGMENT = 1_000;
    private static final String FULL = "f".repeat(SEGMENT);

    private PacketScript script = PacketScript.established(PacketScript.WITH_SACK);

    @AfterEach
    void close() {
        script.close();
    }

    private void isPlain() {
        script.close();
        script = PacketScript.established(PacketScript.PLAIN);
    }

    private void passesTheFirst(int segments) {
        for (int i = 0; i < segments; i++) {
            script.seesData(1 + (long) i * SEGMENT, FULL);
        }
    }

    @Test
    void writesOfOneTurnShareSegments() {
        script.channel().write(Unpooled.wrappedBuffer(new byte[]{'a', 'b'}));
        script.channel().write(Unpooled.wrappedBuffer(new byte[]{'c'}));
        script.writes("d");

        assertThat(script.seesData(1, "abcd").has(TcpFlags.PSH)).isTrue();
        script.seesNothing();
    }

    @Test
    void tenSegmentsAreSentAtFirst() {
        script.writes("f".repeat(20 * SEGMENT));

        passesTheFirst(10);
        script.seesNothing();
        script.acknowledges(1, 1 + 2 * SEGMENT);
        assertThat(script.device.sent()).as("slow start: two more for two").hasSize(4);
    }

    @Test
    void lostSegmentIsSentAgainWhenThreeBehindItHaveCome() {
        script.writes("f".repeat(10 * SEGMENT));
        passesTheFirst(10);
        script.passes(Duration.ofMillis(5));
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + SEGMENT, 1 + 2 * SEGMENT));
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + SEGMENT, 1 + 3 * SEGMENT));
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + SEGMENT, 1 + 4 * SEGMENT));

        script.seesData(1, FULL);
        script.seesNothing();
        script.acknowledges(1, 1 + 10 * SEGMENT);
        script.passes(Duration.ofSeconds(5));
        script.seesNothing();
    }

    @Test
    void withoutSackThreeDuplicatesSayIt() {
        isPlain();
        script.writes("f".repeat(10 * SEGMENT));
        passesTheFirst(10);
        script.acknowledges(1, 1);
        script.acknowledges(1, 1);
        script.seesNothing();
        script.acknowledges(1, 1);
        script.seesData(1, FULL);

        script.acknowledges(1, 1 + 4 * SEGMENT); // a partial one: the fifth is lost as well
        script.seesData(1 + 4 * SEGMENT, FULL);
    }

    @Test
    void lostRetransmissionIsSeenByTime() {
        script.writes("f".repeat(10 * SEGMENT));
        passesTheFirst(10);
        script.passes(Duration.ofMillis(4));
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + SEGMENT, 1 + 9 * SEGMENT));
        script.seesData(1, FULL);
        script.writes("new");
        script.seesData(1 + 10 * SEGMENT, "new");
        script.passes(Duration.ofMillis(10));
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + 10 * SEGMENT, 4 + 10 * SEGMENT, 1 + SEGMENT,
                1 + 9 * SEGMENT));

        script.seesData(1, FULL);
        script.seesData(1 + 9 * SEGMENT, FULL);
    }

    @Test
    void lastSegmentIsAskedForAfterTwoRoundTrips() {
        script.writes("f".repeat(3 * SEGMENT));
        passesTheFirst(3);
        script.passes(Duration.ofMillis(20));
        script.acknowledges(1, 1 + SEGMENT);
        script.passes(Duration.ofMillis(60));

        script.seesData(1 + 2 * SEGMENT, FULL);
    }

    @Test
    void timeoutSendsTheFirstAgainAndOften() {
        script.passes(Duration.ofMillis(10));
        script.writes("lost");
        script.seesData(1, "lost");
        long millis = 0;
        long last = 0;
        for (int seen = 0; millis < 10_000; millis++) {
            script.passes(Duration.ofMillis(1));
            if (!script.device.sent().isEmpty()) {
                script.seesData(1, "lost");
                assertThat(millis - last).as("between the retransmissions %d and before", ++seen).isLessThan(900);
                last = millis;
            }
        }
        assertThat(last).isGreaterThan(8_000);
    }

    @Test
    void silenceOfTwoMinutesCuts() {
        script.writes("lost");
        script.passes(Duration.ofSeconds(250));

        assertThat(script.reader.isCut).isTrue();
        assertThat(script.stack.counts().flows()).isZero();
        assertThat(script.device.sent()).hasSizeLessThan(40);
    }

    @Test
    void windowOfTheOtherSideIsKept() {
        script.window = 2_500;
        script.acknowledges(1, 1);
        script.writes("f".repeat(5 * SEGMENT));

        passesTheFirst(2);
        script.seesNothing(); // half a segment would be silly
        script.acknowledges(1, 1 + 2 * SEGMENT);
        script.seesData(1 + 2 * SEGMENT, FULL);
        script.seesData(1 + 3 * SEGMENT, FULL);
    }

    @Test
    void closedWindowIsAskedUntilItOpens() {
        script.window = 0;
        script.acknowledges(1, 1);
        script.writes("waiting");
        script.seesNothing();
        for (int i = 0; i < 10; i++) {
            script.passes(Duration.ofSeconds(60));
            assertThat(script.device.sent()).as("probes in a minute").isNotEmpty();
            assertThat(script.seesAck(0, 1).data()).isEmpty();
            script.device.sent().clear();
            script.acknowledges(1, 1);
        }
        script.window = 10; // the update itself was lost: only the answer to a probe tells
        script.passes(Duration.ofSeconds(60));
        script.device.sent().clear();
        script.acknowledges(1, 1);

        script.seesData(1, "waiting");
    }

    @Test
    void closedWindowOfNobodyIsGivenUp() {
        script.window = 0;
        script.acknowledges(1, 1);
        script.writes("waiting");
        script.passes(Duration.ofMinutes(5));

        assertThat(script.reader.isCut).isTrue();
    }

    @Test
    void routerMakesSegmentsSmaller() {
        script.writes("f".repeat(2 * SEGMENT));
        byte[] first = script.device.sent().getFirst();
        passesTheFirst(2);
        script.device.bring(IcmpPackets.tooBig(first, 640));
        script.time.run();

        assertThat(script.seesData(1, "f".repeat(600)).data()).hasSize(600);
        assertThat(script.device.sent()).hasSize(3);
    }

    @Test
    void routerThatKnowsNothingOfUsChangesNothing() {
        script.writes("f".repeat(2 * SEGMENT));
        byte[] forged = script.device.sent().getFirst().clone();
        passesTheFirst(2);
        forged[24] ^= 0x40; // a sequence number that is not under way
        script.device.bring(IcmpPackets.tooBig(forged, 640));
        script.time.run();

        script.seesNothing();
    }

    @Test
    void noRouterMakesSegmentsTiny() {
        script.writes("f".repeat(SEGMENT));
        byte[] first = script.device.sent().getFirst();
        passesTheFirst(1);
        script.device.bring(IcmpPackets.tooBig(first, 68));
        script.time.run();

        script.seesData(1, "f".repeat(536));
    }

    @Test
    void whatTheOtherSideForgotIsSentAgain() {
        script.writes("f".repeat(4 * SEGMENT));
        passesTheFirst(4);
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "").sack(1 + SEGMENT, 1 + 4 * SEGMENT));
        script.device.sent().clear();
        script.acknowledges(1, 1 + SEGMENT); // and says no more of what it had
        script.passes(Duration.ofSeconds(3));

        assertThat(script.device.sent()).isNotEmpty();
    }

    @Test
    void writerIsHeldBackUntilTheOtherSideTakesMore() {
        for (int i = 0; i < 40; i++) {
            script.writes("f".repeat(16 * SEGMENT));
        }
        assertThat(script.channel().isWritable()).isFalse();
        long acknowledged = 1;
        while (!script.device.sent().isEmpty()) {
            PacketScript.Seen seen = script.seen();
            acknowledged = Math.max(acknowledged, seen.sequence() + seen.data().length());
            if (script.device.sent().isEmpty()) {
                script.passes(Duration.ofMillis(1));
                script.acknowledges(1, acknowledged);
            }
        }
        assertThat(acknowledged).isEqualTo(1 + 40 * 16 * SEGMENT);
        assertThat(script.channel().isWritable()).isTrue();
    }
}
