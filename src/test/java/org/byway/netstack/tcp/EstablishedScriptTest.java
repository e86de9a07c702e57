package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives while a connection is ESTABLISHED (RFC 9293, section 3.10.7.4; RFC 5961). */
class EstablishedScriptTest {
    private final PacketScript script = PacketScript.established(PacketScript.WITH_SACK);

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void dataIsGivenAndAcknowledged() {
        script.dataComes(1, 1, "hello");

        assertThat(script.reader.text).asString().isEqualTo("hello");
        script.seesAck(1, 6);
        script.seesNothing();
    }

    @Test
    void answerCarriesTheAcknowledgment() {
        for (int i = 0; i < 16; i++) {
            script.dataComes(1 + i, 1, "x");
            script.seesAck(1, 2 + i);
        }
        script.dataComes(17, 1, "x");
        script.seesNothing(); // delayed
        script.writes("answer");

        assertThat(script.seesData(1, "answer").acknowledgment()).isEqualTo(18);
        script.passes(Duration.ofMillis(100));
        script.seesNothing();
    }

    @Test
    void acknowledgmentIsDelayedByFortyMillisecondsAtMost() {
        for (int i = 0; i < 16; i++) {
            script.dataComes(1 + i, 1, "x");
            script.seesAck(1, 2 + i);
        }
        script.dataComes(17, 1, "x");
        script.passes(Duration.ofMillis(39));
        script.seesNothing();
        script.passes(Duration.ofMillis(1));

        script.seesAck(1, 18);
    }

    @Test
    void gapIsReportedAndFilled() {
        script.dataComes(6, 1, "world");
        assertThat(script.seesAck(1, 1).options().sack()).containsExactly(block(6, 11));
        script.dataComes(21, 1, "later");
        assertThat(script.seesAck(1, 1).options().sack()).containsExactly(block(21, 26), block(6, 11));
        assertThat(script.reader.text).isEmpty();

        script.dataComes(1, 1, "hello");
        assertThat(script.seesAck(1, 11).options().sack()).containsExactly(block(21, 26));
        assertThat(script.reader.text).asString().isEqualTo("helloworld");
    }

    @Test
    void ofBytesThatComeTwiceTheFirstCount() {
        script.dataComes(3, 1, "CD");
        script.dataComes(7, 1, "GH");
        script.dataComes(1, 1, "abcdefghij");

        assertThat(script.reader.text).asString().isEqualTo("abCDefGHij");
    }

    @Test
    void whatCameTwiceIsReported() {
        script.dataComes(1, 1, "hello");
        script.seesAck(1, 6);
        script.dataComes(1, 1, "hello");

        assertThat(script.seesAck(1, 6).options().sack()).containsExactly(block(1, 6));
        assertThat(script.reader.text).asString().isEqualTo("hello");
    }

    @Test
    void resetAtTheNextNumberCuts() {
        script.comes(script.segment(TcpFlags.RST, 1, 0, ""));

        assertThat(script.reader.isCut).isTrue();
        assertThat(script.channel().isOpen()).isFalse();
        assertThat(script.stack.counts().flows()).isZero();
        script.seesNothing();
    }

    @Test
    void whatCameBeforeAResetIsRead() {
        script.comes(script.segment(TcpFlags.ACK, 1, 1, "last words"), script.segment(TcpFlags.RST, 11, 0, ""));

        assertThat(script.reader.text).asString().isEqualTo("last words");
        assertThat(script.reader.isCut).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 30_000, 65_000})
    void resetElsewhereInTheWindowIsChallenged(long sequence) {
        script.comes(script.segment(TcpFlags.RST, sequence, 0, ""));

        script.seesAck(1, 1);
        assertThat(script.channel().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 10_000_000})
    void resetOutsideTheWindowIsIgnored(long sequence) {
        script.comes(script.segment(TcpFlags.RST, sequence, 0, ""));

        script.seesNothing();
        assertThat(script.channel().isOpen()).isTrue();
    }

    @Test
    void synIsChallenged() {
        script.comes(script.segment(TcpFlags.SYN, 1, 0, ""));

        script.seesAck(1, 1);
        assertThat(script.channel().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 1_000_000, -2_000_000})
    void acknowledgmentOfWhatWasNeverSentIsChallengedAndItsDataDropped(long acknowledgment) {
        script.dataComes(1, acknowledgment, "injected");

        script.seesAck(1, 1);
        assertThat(script.reader.text).isEmpty();
    }

    @Test
    void challengesAreFew() {
        for (int i = 0; i < 100; i++) {
            script.comes(script.segment(TcpFlags.RST, 500, 0, ""));
        }

        assertThat(script.device.sent()).hasSize(10);
        script.device.sent().clear();
        script.passes(Duration.ofSeconds(1));
        script.comes(script.segment(TcpFlags.RST, 500, 0, ""));
        script.seesAck(1, 1);
    }

    @Test
    void segmentWithoutAckIsDropped() {
        script.comes(script.segment(0, 1, 0, "nothing"));

        assertThat(script.reader.text).isEmpty();
    }

    @Test
    void dataBeyondTheWindowIsNotTaken() {
        script.dataComes(20_000_000, 1, "far away");

        script.seesAck(1, 1);
        assertThat(script.reader.text).isEmpty();
    }

    @Test
    void endAndDataComeTogether() {
        script.comes(script.segment(TcpFlags.ACK | TcpFlags.FIN, 1, 1, "bye"));

        assertThat(script.reader.text).asString().isEqualTo("bye");
        assertThat(script.reader.isEnded).isTrue();
        script.seesAck(1, 5);
    }

    @Test
    void endBeforeAGapWaitsForIt() {
        script.comes(script.segment(TcpFlags.ACK | TcpFlags.FIN, 4, 1, "bye"));
        script.seesAck(1, 1);
        assertThat(script.reader.isEnded).isFalse();
        script.dataComes(1, 1, "now");

        assertThat(script.reader.text).asString().isEqualTo("nowbye");
        assertThat(script.reader.isEnded).isTrue();
        script.seesAck(1, 8);
    }

    @Test
    void numbersWrap() {
        script.close();
        try (PacketScript wrapping = new PacketScript(0xffff_fffb).open(PacketScript.WITH_SACK)) {
            wrapping.dataComes(1, 1, "0123456789");
            wrapping.dataComes(13, 1, "c");
            wrapping.dataComes(11, 1, "ab");

            assertThat(wrapping.reader.text).asString().isEqualTo("0123456789abc");
            wrapping.seesAck(1, 11);
            wrapping.seesAck(1, 11);
            wrapping.seesAck(1, 14);
        }
    }

    @Test
    void windowClosesWhileNobodyReadsAndOpensAgain() {
        script.channel().config().setAutoRead(false);
        script.time.run();
        script.dataComes(1, 1, "x".repeat(900)); // a last message is still asked for
        long next = 901;
        PacketScript.Seen last = script.seen();
        for (int i = 0; i < 500 && last.window() > 0; i++) {
            script.dataComes(next, 1, "x".repeat(Math.min(900, last.window())));
            next += Math.min(900, last.window());
            script.passes(Duration.ofMillis(50));
            while (!script.device.sent().isEmpty()) {
                last = script.seen();
            }
        }
        assertThat(last.window()).isZero();
        script.dataComes(next, 1, "probe");
        assertThat(script.seesAck(1, next).window()).isZero();

        script.channel().config().setAutoRead(true);
        script.time.run();
        assertThat(script.seesAck(1, next).window()).isGreaterThan(30_000);
        assertThat(script.reader.text.length()).isEqualTo(next - 1);
    }

    @Test
    void closeWithUnreadDataIsAReset() {
        script.channel().config().setAutoRead(false);
        script.time.run();
        script.dataComes(1, 1, "asked for");
        script.dataComes(10, 1, "unread");
        script.device.sent().clear();
        script.closes();

        script.sees(1, TcpFlags.RST | TcpFlags.ACK);
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void closeWithoutLingeringIsAReset() {
        script.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        script.closes();

        script.sees(1, TcpFlags.RST | TcpFlags.ACK);
        script.seesNothing();
    }

    @Test
    void idleConnectionIsAskedAndGivenUp() {
        script.passes(Duration.ofSeconds(119));
        script.seesNothing();
        for (int wait : new int[]{1, 30, 30, 30}) {
            script.passes(Duration.ofSeconds(wait));
            script.seesAck(0, 1);
        }
        script.passes(Duration.ofSeconds(30));

        assertThat(script.reader.isCut).isTrue();
        script.sees(1, TcpFlags.RST | TcpFlags.ACK);
    }

    @Test
    void idleConnectionThatAnswersStays() {
        script.passes(Duration.ofMinutes(2));
        script.seesAck(0, 1);
        script.acknowledges(1, 1);
        script.passes(Duration.ofSeconds(119));

        script.seesNothing();
        assertThat(script.channel().isOpen()).isTrue();
    }

    @Test
    void oldTimestampIsAnOldDuplicate() {
        script.close();
        try (PacketScript stamped = PacketScript.established(new TcpOptions(1_000, 7, true,
                new TcpOptions.Timestamps(1_000, 0), List.of()))) {
            stamped.comes(stamped.segment(TcpFlags.ACK, 1, 1, "old").options(
                    TcpOptions.of(new TcpOptions.Timestamps(999, 0), List.of())));

            assertThat(stamped.reader.text).isEmpty();
            stamped.seesAck(1, 1);
        }
    }

    private TcpOptions.SackBlock block(long left, long right) {
        return new TcpOptions.SackBlock(script.theirs.number(left), script.theirs.number(right));
    }
}
