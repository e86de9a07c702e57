package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Packet;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FakePackets;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacketRelayTest {
    private static final Destination DNS = Destination.of("9.9.9.9", 53);

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex program = time.channel();
    private final EmbeddedDuplex first = time.channel();
    private final FakePackets packets = new FakePackets(time);

    @BeforeEach
    void join() {
        PacketRelay relay = new PacketRelay(program, packets);
        program.pipeline().addLast(relay);
        relay.through(first);
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @Test
    void packetsGoBothWays() {
        program.writeInbound(packet("ask"));
        first.writeInbound(packet("answer"));

        assertThat(sent(first)).containsExactly("ask");
        assertThat(sent(program)).containsExactly("answer");
    }

    @Test
    void wayIsReadOnlyOnceItIsJoined() {
        assertThat(first.config().isAutoRead()).isTrue();
    }

    @Test
    void idleWayIsGivenBackAndTheProgramKept() {
        time.advance(PacketRelay.IDLE);

        assertThat(first.isOpen()).isFalse();
        assertThat(program.isOpen()).isTrue();
    }

    @Test
    void trafficKeepsTheWay() {
        for (int i = 0; i < 10; i++) {
            time.advance(PacketRelay.IDLE.minusSeconds(1));
            first.writeInbound(packet("answer"));
        }

        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void endedWayIsReplacedWhenTheProgramSendsNext() {
        first.close();
        time.run();
        assertThat(packets.asked()).isEmpty();
        program.writeInbound(packet("one"));
        time.run();

        assertThat(sent(packets.opened().getFirst())).containsExactly("one");
    }

    @Test
    void oneWayIsAskedForHoweverManyPacketsWait() {
        packets.waits();
        first.close();
        for (int i = 0; i < PacketRelay.MOST_HELD + 10; i++) {
            program.writeInbound(packet("p" + i));
        }
        packets.open(packets.asked().getFirst());
        time.run();

        assertThat(packets.asked()).hasSize(1);
        assertThat(sent(packets.opened().getFirst())).hasSize(PacketRelay.MOST_HELD).startsWith("p0");
    }

    @Test
    void failedTryIsNotRepeatedAtOnce() {
        packets.fails(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED));
        first.close();
        program.writeInbound(packet("one"));
        program.writeInbound(packet("two"));
        time.run();
        assertThat(packets.asked()).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        packets.opens();
        program.writeInbound(packet("three"));
        time.run();

        assertThat(sent(packets.opened().getFirst())).containsExactly("three");
    }

    @Test
    void fullWayLosesPacketsInsteadOfKeepingThem() {
        first.fill();
        for (int i = 0; i < 1000; i++) {
            program.writeInbound(new Packet(DNS, Unpooled.wrappedBuffer(new byte[1000])));
        }

        assertThat(first.unsafe().outboundBuffer().totalPendingWriteBytes()).isLessThan(200_000);
    }

    @Test
    void endOfTheProgramEndsTheWay() {
        program.close();
        time.run();

        assertThat(first.isOpen()).isFalse();
    }

    @Test
    void endOfTheProgramEndsAWayThatIsBeingOpened() {
        packets.waits();
        first.close();
        program.writeInbound(packet("one"));
        program.close();
        time.run();

        assertThat(packets.asked().getFirst().isCancelled()).isTrue();
    }

    private static Packet packet(String text) {
        return new Packet(DNS, Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static List<String> sent(EmbeddedDuplex channel) {
        List<String> texts = new ArrayList<>();
        for (Packet packet = channel.readOutbound(); packet != null; packet = channel.readOutbound()) {
            texts.add(packet.content().toString(StandardCharsets.US_ASCII));
            packet.release();
        }
        return texts;
    }
}
