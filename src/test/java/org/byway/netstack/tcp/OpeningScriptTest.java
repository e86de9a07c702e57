package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.wire.TcpFlags;
import org.byway.testing.IcmpPackets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SYN-SENT, segment by segment (RFC 9293, section 3.10.7.3). */
class OpeningScriptTest {
    private final PacketScript script = new PacketScript();

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void synOffersEverything() {
        PacketScript.Seen syn = script.sees(0, TcpFlags.SYN);

        assertThat(syn.options().maximumSegmentSize()).isEqualTo(PacketScript.MTU - 40);
        assertThat(syn.options().windowScale()).isEqualTo(7);
        assertThat(syn.options().isSackPermitted()).isTrue();
        assertThat(syn.options().timestamps()).isNotNull();
        assertThat(syn.window()).isEqualTo(65_535);
        assertThat(script.ownPort).isBetween(32_768, 60_999);
    }

    @Test
    void synIsSentAgainAndGivenUpAfterFifteenSeconds() {
        script.sees(0, TcpFlags.SYN);
        for (int seconds : new int[]{1, 2, 4}) {
            script.passes(Duration.ofSeconds(seconds).minusMillis(1));
            script.seesNothing();
            script.passes(Duration.ofMillis(1));
            script.sees(0, TcpFlags.SYN);
        }
        script.passes(Duration.ofSeconds(8));

        assertThat(script.failure().fault()).isEqualTo(Fault.SILENT);
        assertThat(script.failure().blame()).isEqualTo(Blame.UNKNOWN);
        assertThat(script.failure().stage()).isEqualTo(Stage.REQUEST);
        script.seesNothing();
    }

    @Test
    void answerOpens() {
        script.open(PacketScript.WITH_SACK);

        assertThat(script.channel().isActive()).isTrue();
        assertThat(script.stack.counts().flows()).isEqualTo(1);
    }

    @Test
    void resetThatKnowsOurSynIsARefusal() {
        script.comes(script.segment(TcpFlags.RST | TcpFlags.ACK, 0, 1, ""));

        assertThat(script.failure().fault()).isEqualTo(Fault.REFUSED);
        assertThat(script.failure().blame()).isEqualTo(Blame.DESTINATION);
        assertThat(script.stack.counts().flows()).isZero();
    }

    @Test
    void resetOfAStrangerChangesNothing() {
        script.sees(0, TcpFlags.SYN);
        script.comes(script.segment(TcpFlags.RST | TcpFlags.ACK, 0, 2, ""), script.segment(TcpFlags.RST, 0, 1, ""));

        assertThat(script.dial.isDone()).isFalse();
        script.seesNothing();
    }

    @Test
    void answerToSomethingElseIsReset() {
        script.sees(0, TcpFlags.SYN);
        script.comes(script.segment(TcpFlags.SYN | TcpFlags.ACK, 0, 77, ""));

        script.sees(77, TcpFlags.RST);
        assertThat(script.dial.isDone()).isFalse();
    }

    @Test
    void openingFromTheOtherSideIsReset() {
        script.sees(0, TcpFlags.SYN);
        script.comes(script.segment(TcpFlags.SYN, 0, 0, ""));

        assertThat(script.seen().has(TcpFlags.RST)).isTrue();
        assertThat(script.dial.isDone()).isFalse();
    }

    @Test
    void routerThatKnowsOurSynIsBelieved() {
        byte[] syn = script.device.sent().getFirst();
        ByteBuf message = IcmpPackets.unreachable(syn, 1);
        script.device.bring(message);
        script.time.run();

        assertThat(script.failure().fault()).isEqualTo(Fault.UNREACHABLE);
        assertThat(script.failure().blame()).isEqualTo(Blame.DESTINATION);
    }

    @Test
    void routerThatGuessesIsNot() {
        byte[] syn = script.device.sent().getFirst().clone();
        syn[24] ^= 1; // the sequence number that it quotes
        script.device.bring(IcmpPackets.unreachable(syn, 1));
        script.time.run();

        assertThat(script.dial.isDone()).isFalse();
    }

    @Test
    void dialThatIsCancelledLeavesNothing() {
        script.dial.cancel(false);
        script.time.run();

        assertThat(script.stack.counts().flows()).isZero();
        script.comes(script.segment(TcpFlags.SYN | TcpFlags.ACK, 0, 1, ""));
        script.sees(0, TcpFlags.SYN);
        script.sees(1, TcpFlags.RST);
    }

    @Test
    void closedStackFailsWhatIsOpening() {
        script.stack.close();

        assertThat(script.failure().fault()).isEqualTo(Fault.CLOSED);
        assertThat(script.failure().blame()).isEqualTo(Blame.UPSTREAM);
    }
}
