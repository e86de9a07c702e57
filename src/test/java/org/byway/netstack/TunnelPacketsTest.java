package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.netstack.TunnelScript.Datagram;
import org.byway.netstack.udp.PeerUnreachable;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.UdpDatagram;
import org.byway.testing.IcmpPackets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Datagrams, their parts, and what routers and strangers say. */
class TunnelPacketsTest {
    private static final Destination PEER = Destination.of("203.0.113.9", 3478);

    private final TunnelScript script = TunnelScript.ofBothFamilies();
    private final Channel channel = open();
    private final List<String> received = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    private Channel open() {
        Channel opened = script.stack.packets().open(script.time.loop()).getNow();
        opened.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                Packet packet = (Packet) message;
                received.add(packet.peer() + " " + packet.content().toString(StandardCharsets.ISO_8859_1));
                packet.release();
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                events.add(event);
            }
        });
        return opened;
    }

    @AfterEach
    void close() {
        channel.close();
        script.close();
    }

    private ChannelFuture send(Destination to, String text) {
        ChannelFuture written = channel.writeAndFlush(new Packet(to, TunnelScript.text(text)));
        script.time.run();
        return written;
    }

    private void read() {
        channel.config().setAutoRead(true);
        script.time.run();
    }

    @Test
    void datagramGoesOutAndItsAnswerComesBack() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        assertThat(sent.datagram().payload().toString(StandardCharsets.ISO_8859_1)).isEqualTo("ping");
        assertThat(sent.datagram().destinationPort()).isEqualTo(3478);
        script.datagramComes(sent.route().reversed(), 3478, sent.datagram().sourcePort(), TunnelScript.text("pong"));

        assertThat(received).containsExactly("203.0.113.9:3478 pong");
    }

    @Test
    void anybodyMaySend() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        script.datagramComes(new IpRoute(TunnelScript.address("198.51.100.1"), TunnelScript.OWN), 9,
                sent.datagram().sourcePort(), TunnelScript.text("from afar"));

        assertThat(received).containsExactly("198.51.100.1:9 from afar");
    }

    @Test
    void peerKeepsTheNameUnderWhichItWasCalled() {
        read();
        send(Destination.of("turn.example.org", 3478), "ping");
        Datagram sixth = script.seesDatagram();
        Datagram fourth = script.seesDatagram();
        script.answer(sixth);
        script.answer(fourth, "203.0.113.9");
        Datagram sent = script.seesDatagram();
        script.datagramComes(sent.route().reversed(), 3478, sent.datagram().sourcePort(), TunnelScript.text("pong"));

        assertThat(received).containsExactly("turn.example.org:3478 pong");
    }

    @Test
    void whatDoesNotFitIsLostAndItsWriterTold() {
        ChannelFuture written = send(PEER, "x".repeat(1_420 - 28 + 1));

        assertThat(written.isDone() && !written.isSuccess()).isTrue();
        assertThat(channel.isOpen()).isTrue();
        script.seesNothing();
        assertThat(send(PEER, "x".repeat(1_420 - 28)).isSuccess()).isTrue();
    }

    @Test
    void whatNobodyReadsIsBounded() {
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        for (int i = 0; i < 300; i++) {
            script.datagramComes(sent.route().reversed(), 3478, sent.datagram().sourcePort(),
                    TunnelScript.text("number " + i));
        }
        assertThat(received).isEmpty();
        read();

        assertThat(received).hasSize(256).first().isEqualTo("203.0.113.9:3478 number 44");
    }

    @Test
    void routerThatKnowsTheDatagramIsHeard() {
        read();
        send(PEER, "ping");
        byte[] sent = script.device.sent().getFirst();
        script.device.bring(IcmpPackets.unreachable(sent, 3));
        script.time.run();

        assertThat(events).containsExactly(new PeerUnreachable(PEER));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void damagedDatagramIsDropped() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        ByteBuf packet = new UdpDatagram(3478, sent.datagram().sourcePort(),
                TunnelScript.text("pong")).toPacket(sent.route().reversed(), ByteBufAllocator.DEFAULT);
        packet.setByte(packet.writerIndex() - 1, 'x');
        script.device.bring(packet);
        script.time.run();

        assertThat(received).isEmpty();
    }

    @Test
    void partsAreJoinedInAnyOrder() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        ByteBuf whole = datagram(sent.datagram().sourcePort(), "part the first, part the second");
        part(whole, 16, 39, false, 7);
        assertThat(received).isEmpty();
        part(whole, 0, 16, true, 7);
        whole.release();

        assertThat(received).containsExactly("203.0.113.9:3478 part the first, part the second");
    }

    @Test
    void partsThatOverlapAreDropped() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        ByteBuf whole = datagram(sent.datagram().sourcePort(), "part the first, part the second");
        part(whole, 0, 24, true, 7);
        part(whole, 16, 39, false, 7);
        whole.release();

        assertThat(received).isEmpty();
    }

    @Test
    void partsThatNeverBecomeWholeAreForgotten() {
        ByteBuf whole = datagram(40_000, "part the first, part the second");
        for (int id = 0; id < 500; id++) {
            part(whole, 0, 16, true, id);
        }
        whole.release();
        script.close(); // a buffer that is kept would be reported as leaked
        assertThat(script.device.sent()).isEmpty();
    }

    @Test
    void echoIsAnsweredButNotWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            ByteBuf echo = Unpooled.buffer().writeLong(0x0800_f7fd_0001_0001L);
            echo.setShort(2, ~(0x0800 + 1 + 1) & 0xffff);
            script.device.bring(packet(IpProtocol.ICMP, echo, 0));
            script.time.run();
        }

        assertThat(script.device.sent()).hasSize(10);
        IpPacket reply = script.next();
        assertThat(reply.protocol()).isEqualTo(IpProtocol.ICMP);
        assertThat(reply.payload().getByte(reply.payload().readerIndex())).isZero();
    }

    @Test
    void packetsThatAreNotForUsOrFromNoHostAreDropped() {
        read();
        send(PEER, "ping");
        int port = script.seesDatagram().datagram().sourcePort();
        for (String[] ends : new String[][]{{"203.0.113.9", "10.8.0.3"}, {"127.0.0.1", "10.8.0.2"},
                {"224.0.0.1", "10.8.0.2"}, {"10.8.0.2", "10.8.0.2"}, {"0.0.0.0", "10.8.0.2"}}) {
            script.datagramComes(new IpRoute(TunnelScript.address(ends[0]), TunnelScript.address(ends[1])), 3478, port,
                    TunnelScript.text("no"));
        }

        assertThat(received).isEmpty();
    }

    @Test
    void closedStackEndsTheChannel() {
        script.stack.close();
        script.time.run();

        assertThat(channel.isOpen()).isFalse();
        assertThat(Objects.requireNonNull(script.stack.packets().open(script.time.loop()).cause())).isNotNull();
    }

    @Test
    void portIsFreeAgainAfterTheClose() {
        assertThat(script.stack.counts().ports()).isEqualTo(1);
        channel.close();
        script.time.advance(Duration.ofSeconds(1));

        assertThat(script.stack.counts().ports()).isZero();
    }

    @Test
    void portThatIsIdleIsGivenBackAfterTwoMinutes() {
        read();
        send(PEER, "ping");
        Datagram sent = script.seesDatagram();
        script.time.advance(Duration.ofSeconds(100));
        script.datagramComes(sent.route().reversed(), 3478, sent.datagram().sourcePort(), TunnelScript.text("pong"));
        script.time.advance(Duration.ofSeconds(119));
        assertThat(channel.isOpen()).isTrue();
        script.time.advance(Duration.ofSeconds(2));

        assertThat(channel.isOpen()).isFalse();
        assertThat(script.stack.counts().ports()).isZero();
    }

    @Test
    void portThatWasNeverUsedIsGivenBackToo() {
        script.time.advance(Duration.ofSeconds(121));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void portForNamesAloneIsGivenBackAfterTwentySeconds() {
        send(Destination.of("203.0.113.53", 53), "who?");
        script.time.advance(Duration.ofSeconds(19));
        assertThat(channel.isOpen()).isTrue();
        script.time.advance(Duration.ofSeconds(2));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void portForNamesAmongOthersIsKept() {
        send(PEER, "ping");
        send(Destination.of("203.0.113.53", 53), "who?");
        script.time.advance(Duration.ofSeconds(119));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void peerWhoseAddressesAreBeyondReachIsReported() {
        script.device.hasNoWayTo(TunnelScript.address("203.0.113.9"));
        Destination named = Destination.of("turn.example.org", 3478);
        send(named, "ping");
        script.answer(script.seesDatagram());
        script.answer(script.seesDatagram(), "203.0.113.9");

        assertThat(events).containsExactly(new PeerUnreachable(named));
        script.seesNothing();
    }

    private static ByteBuf datagram(int port, String text) {
        return Unpooled.buffer().writeShort(3478).writeShort(port).writeShort(8 + text.length()).writeShort(0)
                .writeBytes(TunnelScript.text(text));
    }

    private void part(ByteBuf whole, int from, int to, boolean hasMore, int id) {
        ByteBuf packet = packet(IpProtocol.UDP, whole.copy(from, to - from), (hasMore ? 0x2000 : 0) | from / 8);
        packet.setShort(4, id);
        script.device.bring(withChecksum(packet));
        script.time.run();
    }

    private static ByteBuf packet(int protocol, ByteBuf payload, int fragment) {
        ByteBuf packet = Unpooled.buffer().writeShort(0x4500).writeShort(20 + payload.readableBytes()).writeShort(0)
                .writeShort(fragment).writeByte(64).writeByte(protocol).writeShort(0).writeInt(0xcb007109)
                .writeInt(0x0a080002).writeBytes(payload);
        payload.release();
        return withChecksum(packet);
    }

    private static ByteBuf withChecksum(ByteBuf packet) {
        packet.setShort(10, 0);
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += packet.getUnsignedShort(i);
        }
        return packet.setShort(10, ~((sum & 0xffff) + (sum >>> 16)) & 0xffff);
    }
}
