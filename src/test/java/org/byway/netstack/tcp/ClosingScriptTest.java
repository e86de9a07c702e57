package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.byway.netstack.wire.TcpFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FIN-WAIT-1, FIN-WAIT-2, CLOSING, TIME-WAIT, CLOSE-WAIT and LAST-ACK (RFC 9293, sections 3.6 and 3.10.7.4). */
class ClosingScriptTest {
    private static final int FIN = TcpFlags.FIN | TcpFlags.ACK;

    private final PacketScript script = PacketScript.established(PacketScript.WITH_SACK);

    @AfterEach
    void close() {
        script.close();
    }

    private void finWait1() {
        script.ends();
        script.sees(1, FIN);
    }

    private void finWait2() {
        finWait1();
        script.acknowledges(1, 2);
    }

    private void timeWait() {
        finWait2();
        script.comes(script.segment(FIN, 1, 2, ""));
        script.seesAck(2, 2);
    }

    private void closeWait() {
        script.comes(script.segment(FIN, 1, 1, ""));
        script.seesAck(1, 2);
        assertThat(script.reader.isEnded).isTrue();
    }

    @Test
    void endGoesBehindTheData() {
        script.writes("last");
        script.ends();

        script.seesData(1, "last");
        script.sees(5, FIN);
    }

    @Test
    void endIsSentAgain() {
        finWait1();
        script.passes(Duration.ofSeconds(1));

        assertThat(script.device.sent()).isNotEmpty();
        script.sees(1, FIN);
    }

    @Test
    void otherSideMaySendOnAfterOurEnd() {
        finWait1();
        script.dataComes(1, 1, "in wait 1");
        script.acknowledges(10, 2);
        script.dataComes(10, 2, " and 2");

        assertThat(script.reader.text).asString().isEqualTo("in wait 1 and 2");
    }

    @Test
    void endOfTheOtherSideIsAcknowledgedInTimeWait() {
        timeWait();

        assertThat(script.reader.isEnded).isTrue();
        script.comes(script.segment(FIN, 1, 2, "")); // it has not heard our answer
        script.seesAck(2, 2);
    }

    @Test
    void endsThatCrossMeetInTimeWait() {
        finWait1();
        script.comes(script.segment(FIN, 1, 1, ""));
        script.seesAck(2, 2);
        script.acknowledges(2, 2);

        assertThat(script.reader.isEnded).isTrue();
        script.passes(Duration.ofSeconds(11));
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void timeWaitEndsAndItsPortRests() {
        timeWait();
        script.passes(Duration.ofSeconds(9));
        assertThat(script.stack.counts().flows()).isEqualTo(1);
        script.passes(Duration.ofSeconds(2));

        assertThat(script.stack.counts().flows()).isZero();
        assertThat(script.stack.counts().resting()).isEqualTo(1);
        script.passes(Duration.ofSeconds(61));
        assertThat(script.stack.counts().resting()).isZero();
    }

    @Test
    void resetChangesNothingInTimeWait() {
        timeWait();
        script.comes(script.segment(TcpFlags.RST, 2, 0, ""));

        assertThat(script.reader.isCut).isFalse();
        assertThat(script.stack.counts().flows()).isEqualTo(1);
    }

    @Test
    void weMaySendOnAfterTheirEnd() {
        closeWait();
        script.writes("more");

        script.seesData(1, "more");
        assertThat(script.channel().isActive()).isTrue();
    }

    @Test
    void lastAcknowledgmentEndsIt() {
        closeWait();
        script.ends();
        script.sees(1, FIN);
        assertThat(script.stack.counts().flows()).isEqualTo(1);
        script.acknowledges(2, 2);

        assertThat(script.stack.counts().flows()).isZero();
        assertThat(script.reader.isCut).isFalse();
    }

    @Test
    void resetInsteadOfTheLastAcknowledgmentEndsItToo() {
        closeWait();
        script.ends();
        script.comes(script.segment(TcpFlags.RST, 2, 0, ""));

        assertThat(script.stack.counts().flows()).isZero();
        assertThat(script.reader.isCut).isFalse();
    }

    @Test
    void resetCutsInFinWait2() {
        finWait2();
        script.comes(script.segment(TcpFlags.RST, 1, 0, ""));

        assertThat(script.reader.isCut).isTrue();
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void resetCutsInCloseWait() {
        closeWait();
        script.comes(script.segment(TcpFlags.RST, 2, 0, ""));

        assertThat(script.reader.isCut).isTrue();
    }

    @Test
    void dataForNobodyIsReset() {
        script.closes();
        script.sees(1, FIN);
        script.acknowledges(1, 2);
        script.dataComes(1, 2, "for nobody");

        assertThat(script.seen().has(TcpFlags.RST)).isTrue();
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void closedChannelStillSendsWhatWasWritten() {
        script.writes("on its way");
        script.closes();
        script.seesData(1, "on its way");
        script.sees(11, FIN);
        script.passes(Duration.ofMillis(1_500));
        script.sees(11, FIN); // the probe for a lost tail

        script.seesData(1, "on its way");
        script.acknowledges(1, 12);
        script.comes(script.segment(FIN, 1, 12, ""));
        script.passes(Duration.ofSeconds(11));
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void otherSideThatNeverEndsIsLeftAfterAMinute() {
        script.closes();
        script.acknowledges(1, 2);
        script.passes(Duration.ofSeconds(59));
        assertThat(script.stack.counts().flows()).isEqualTo(1);
        script.passes(Duration.ofSeconds(2));

        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void synInAnyClosingStateIsChallenged() {
        finWait2();
        script.comes(script.segment(TcpFlags.SYN, 1, 0, ""));

        script.seesAck(2, 1);
        assertThat(script.stack.counts().flows()).isEqualTo(1);
    }

    @Test
    void segmentOfNoFlowIsReset() {
        script.comes(script.segment(TcpFlags.RST, 1, 0, ""));
        script.dataComes(1, 55, "late");

        script.sees(55, TcpFlags.RST);
    }
}
