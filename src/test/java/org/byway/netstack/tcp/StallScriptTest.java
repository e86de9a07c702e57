package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.byway.model.Destination;
import org.byway.netstack.wire.IcmpMessage;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpSegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data that should be coming: what is said of it, and what is learned where it never does. */
class StallScriptTest {
    private static final int SEGMENT = 1_360;
    private static final String FULL = "f".repeat(SEGMENT);
    private static final int FULL_MSS = 1_380;

    private final PacketScript script = new PacketScript(1_000, 1_420).open(PacketScript.WITH_SACK);

    @AfterEach
    void close() {
        script.close();
    }

    private void fullComes(long sequence) {
        script.dataComes(sequence, 1, FULL);
        script.device.sent().clear();
    }

    private void pushedComes(long sequence, String data) {
        script.comes(script.segment(TcpFlags.ACK | TcpFlags.PSH, sequence, 1, data));
        script.device.sent().clear();
    }

    /** What the stack has said in a while, most of it without being asked. */
    private List<PacketScript.Seen> seenWithin(Duration span) {
        script.passes(span);
        List<PacketScript.Seen> seen = new ArrayList<>();
        while (!script.device.sent().isEmpty()) {
            seen.add(script.seen());
        }
        return seen;
    }

    @Test
    void senderThatStopsMidwayIsAskedEachHalfSecondHowFarItHasGot() {
        fullComes(1);

        assertThat(seenWithin(Duration.ofMillis(1_100))).hasSize(2)
                .allMatch(it -> it.sequence() == 0 && it.acknowledgment() == 1 + SEGMENT && it.data().isEmpty());
    }

    @Test
    void questionsEndAfterTenSeconds() {
        fullComes(1);
        assertThat(seenWithin(Duration.ofSeconds(11))).hasSize(20);

        assertThat(seenWithin(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void senderThatHasSaidEverythingIsNotAsked() {
        fullComes(1);
        pushedComes(1 + SEGMENT, "end");

        assertThat(seenWithin(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void readerThatTakesNothingAsksNobody() {
        script.channel().config().setAutoRead(false);
        for (int i = 0; i < 60; i++) {
            fullComes(1 + (long) i * SEGMENT);
        }
        assertThat(seenWithin(Duration.ofSeconds(60))).isEmpty();
        script.closes();
    }

    @Test
    void gapIsAskedAbout() {
        pushedComes(1 + SEGMENT, "behind the gap");

        assertThat(seenWithin(Duration.ofMillis(600))).singleElement()
                .matches(it -> it.acknowledgment() == 1 && it.options().sack().size() == 1);
    }

    @Test
    void dataThatComesEndsIt() {
        fullComes(1);
        script.passes(Duration.ofMillis(1_100));
        pushedComes(1 + SEGMENT, "and the rest");

        assertThat(seenWithin(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void senderThatAnswersAfterAnOutageIsToldNotToWaitForItsDoubledTimeout() {
        fullComes(1);
        script.passes(Duration.ofMillis(2_100));
        assertThat(script.told()).as("as long as nobody answers").isEmpty();
        script.acknowledges(1 + 2 * SEGMENT, 1);

        assertThat(script.told()).hasSize(4).containsOnly(new IcmpMessage.Unreachable(false, missing(1 + SEGMENT)));
        script.acknowledges(1 + 2 * SEGMENT, 1);
        assertThat(script.told()).as("once for each question").isEmpty();
    }

    @Test
    void acknowledgmentOfOneWhoHasFilledTheWindowIsTaken() {
        script.writes("hello");
        PacketScript.Seen seen = script.seesData(1, "hello");
        script.acknowledges(seen.acknowledgment() + seen.window(), 6);

        assertThat(seenWithin(Duration.ofSeconds(2))).as("nothing is sent again").allMatch(it -> it.data().isEmpty());
    }

    @Test
    void senderThatHasSentNoMoreIsToldThatAllHasCome() {
        fullComes(1);
        script.passes(Duration.ofMillis(2_100));
        script.device.sent().clear();
        script.acknowledges(1 + SEGMENT, 1);

        assertThat(script.told()).isEmpty();
        script.seesAck(1, 1 + SEGMENT);
        assertThat(seenWithin(Duration.ofSeconds(60))).as("it is not asked again").isEmpty();
    }

    @Test
    void senderWhoseLargeSegmentsVanishIsToldWhatFits() {
        fullComes(1);

        assertThat(largeVanishes(Duration.ofSeconds(5)))
                .contains(new IcmpMessage.PacketTooBig(PathMtu.CAREFUL_SEGMENT + 40, missing(1 + SEGMENT)));
    }

    private IcmpMessage.Quote missing(long position) {
        return new IcmpMessage.Quote(new IpRoute(PacketScript.PEER, PacketScript.OWN), IpProtocol.TCP,
                new TcpSegment.Ports(PacketScript.PORT, script.ownPort), script.theirs.number(position));
    }

    /** The other side answers whatever is asked, and what it has sent never comes; what it was told of that. */
    private List<IcmpMessage> largeVanishes(Duration span) {
        List<IcmpMessage> told = new ArrayList<>();
        for (long millis = 0; millis < span.toMillis(); millis += 100) {
            script.passes(Duration.ofMillis(100));
            told.addAll(script.told());
            boolean isAsked = false;
            while (!script.device.sent().isEmpty()) {
                isAsked |= script.seen().sequence() == 0;
            }
            if (isAsked) {
                script.acknowledges(1 + 9 * SEGMENT, 1);
            }
        }
        told.addAll(script.told());
        return told;
    }

    @Test
    void largeSegmentsThatVanishInTheMiddleMakeTheNextConnectionCareful() {
        fullComes(1);
        largeVanishes(Duration.ofSeconds(5));

        assertThat(mssTowards("198.51.100.7")).isEqualTo(PathMtu.CAREFUL_SEGMENT);
        assertThat(mssTowards("198.51.100.8")).as("which may be its own path's fault").isEqualTo(FULL_MSS);
        script.passes(Duration.ofMinutes(11));
        assertThat(mssTowards("198.51.100.7")).isEqualTo(FULL_MSS);
    }

    @Test
    void smallEndBehindLargeOnesThatNeverComeSaysTheSame() {
        pushedComes(1 + SEGMENT, "the small end");
        largeVanishes(Duration.ofSeconds(5));

        assertThat(mssTowards("198.51.100.7")).isEqualTo(PathMtu.CAREFUL_SEGMENT);
    }

    @Test
    void outageIsNotTakenForIt() {
        fullComes(1);
        script.passes(Duration.ofSeconds(6));
        script.device.sent().clear();
        largeVanishes(Duration.ofSeconds(4)); // the next timeout of a sender that was silent for six seconds may be as far away
        fullComes(1 + SEGMENT);

        assertThat(mssTowards("198.51.100.7")).isEqualTo(FULL_MSS);
    }

    @Test
    void serverThatThinksIsNotTakenForIt() {
        fullComes(1);
        for (int i = 0; i < 100; i++) {
            script.passes(Duration.ofMillis(100));
            script.acknowledges(1 + SEGMENT, 1); // it is there, and has sent no more
        }
        assertThat(mssTowards("198.51.100.7")).isEqualTo(FULL_MSS);
    }

    private int mssTowards(String host) {
        script.device.sent().clear();
        script.stack.streams().dial(Destination.of(host, 80), script.time.loop()).cancel(false);
        script.time.run();
        byte[] syn = Objects.requireNonNull(script.device.sent().poll());
        return Objects.requireNonNull(
                TcpSegment.read(Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(syn))))).options()
                .maximumSegmentSize();
    }
}
