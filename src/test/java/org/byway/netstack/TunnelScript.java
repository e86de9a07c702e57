package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;
import org.byway.netstack.wire.UdpDatagram;
import org.byway.testing.TestScheduler;

/** A stack of both families with two resolvers, and a test that plays everybody beyond the tunnel, in virtual time. */
final class TunnelScript implements AutoCloseable {
    static final IpAddress OWN = address("10.8.0.2");
    static final IpAddress FIRST_RESOLVER = address("10.8.0.1");
    static final IpAddress SECOND_RESOLVER = address("10.9.0.1");

    final TestScheduler time = new TestScheduler();
    final ScriptDevice device = new ScriptDevice(1_420);
    final TunnelStack stack;

    TunnelScript(String... own) {
        List<InetAddress> addresses = List.of(own).stream().map(InetAddress::ofLiteral).toList();
        this.stack = new TunnelStack(device, new TunnelAddresses(addresses,
                List.of(FIRST_RESOLVER.toInetAddress(), SECOND_RESOLVER.toInetAddress())), time.loop(),
                new Random(7));
    }

    static TunnelScript ofBothFamilies() {
        return new TunnelScript("10.8.0.2", "fd00::2");
    }

    static IpAddress address(String literal) {
        return IpAddress.of(InetAddress.ofLiteral(literal));
    }

    Future<Channel> dial(String host) {
        Future<Channel> dial = stack.streams().dial(Destination.of(host, 443), time.loop());
        time.run();
        return dial;
    }

    static DialException failure(Future<Channel> dial) {
        assertThat(dial.isDone()).as("the dial has ended").isTrue();
        return (DialException) Objects.requireNonNull(dial.cause());
    }

    /** A datagram that the stack has sent. */
    record Datagram(IpRoute route, UdpDatagram datagram) {
        /** The bytes of a DNS query from its question on to the class, and the id before them. */
        byte[] question() {
            ByteBuf bytes = datagram.payload();
            int end = 12;
            while (bytes.getByte(end) != 0) {
                end += 1 + bytes.getByte(end);
            }
            byte[] question = new byte[end + 5 - 12];
            bytes.getBytes(12, question);
            return question;
        }

        int id() {
            return datagram.payload().getUnsignedShort(0);
        }

        int type() {
            byte[] question = question();
            return question[question.length - 3];
        }
    }

    Datagram seesDatagram() {
        IpPacket packet = next();
        assertThat(packet.protocol()).isEqualTo(IpProtocol.UDP);
        return new Datagram(packet.route(), Objects.requireNonNull(UdpDatagram.read(packet)));
    }

    /** The next SYN, and where it goes. */
    IpRoute seesSyn() {
        IpPacket packet = next();
        assertThat(packet.protocol()).isEqualTo(IpProtocol.TCP);
        assertThat(Objects.requireNonNull(TcpSegment.read(packet)).flags()).isEqualTo(TcpFlags.SYN);
        return packet.route();
    }

    IpPacket next() {
        byte[] packet = device.sent().poll();
        assertThat(packet).as("a packet is sent").isNotNull();
        return Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(Objects.requireNonNull(packet))));
    }

    void seesNothing() {
        assertThat(device.sent()).isEmpty();
    }

    /** Answers a query with addresses, under a TTL of 60 s. */
    void answer(Datagram query, String... addresses) {
        answer(query, 0x8180, addresses);
    }

    void answer(Datagram query, int flags, String... addresses) {
        ByteBuf answer = Unpooled.buffer();
        answer.writeShort(query.id()).writeShort(flags).writeShort(1).writeShort(addresses.length).writeInt(0)
                .writeBytes(query.question());
        for (String each : addresses) {
            byte[] bytes = InetAddress.ofLiteral(each).getAddress();
            answer.writeShort(0xc00c).writeShort(query.type()).writeShort(1).writeInt(60).writeShort(bytes.length)
                    .writeBytes(bytes);
        }
        datagramComes(query.route().reversed(), query.datagram().destinationPort(), query.datagram().sourcePort(),
                answer);
    }

    void datagramComes(IpRoute route, int fromPort, int toPort, ByteBuf payload) {
        device.bring(new UdpDatagram(fromPort, toPort, payload).toPacket(route, ByteBufAllocator.DEFAULT));
        time.run();
    }

    void segmentComes(IpRoute route, TcpSegment segment) {
        device.bring(segment.toPacket(route, ByteBufAllocator.DEFAULT));
        time.run();
    }

    /** Answers the last SYN. */
    TcpSegment accept(IpPacket packet) {
        TcpSegment syn = Objects.requireNonNull(TcpSegment.read(packet));
        segmentComes(packet.route().reversed(), new TcpSegment(syn.ports().reversed(), 5_000, syn.sequence() + 1,
                TcpFlags.SYN | TcpFlags.ACK, 60_000, TcpOptions.NONE, Unpooled.EMPTY_BUFFER));
        return syn;
    }

    static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        stack.close();
        time.run();
        time.close();
    }
}
