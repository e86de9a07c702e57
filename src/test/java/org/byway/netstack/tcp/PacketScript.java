package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.netstack.ScriptDevice;
import org.byway.netstack.TunnelAddresses;
import org.byway.netstack.TunnelStack;
import org.byway.netstack.wire.IcmpMessage;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;
import org.byway.testing.TestScheduler;

/**
 * A connection of the stack and a test that plays the other side segment by segment, in virtual time. Sequence numbers of a
 * script count from 0, the SYN, in both directions.
 */
final class PacketScript implements AutoCloseable {
    static final int MTU = 1_040;
    static final TcpOptions PLAIN = new TcpOptions(1_000, TcpOptions.ABSENT, false, null, List.of());
    static final TcpOptions WITH_SACK = new TcpOptions(1_000, TcpOptions.ABSENT, true, null, List.of());
    static final IpAddress OWN = IpAddress.of(InetAddress.ofLiteral("10.8.0.2"));
    static final IpAddress PEER = IpAddress.of(InetAddress.ofLiteral("198.51.100.7"));
    static final int PORT = 443;

    final TestScheduler time = new TestScheduler();
    final ScriptDevice device;
    final TunnelStack stack;
    final Future<Channel> dial;
    final SequenceSpace ours;
    final SequenceSpace theirs;
    final int ownPort;
    final Reader reader = new Reader();
    int window = 60_000;

    /** Dials; the SYN is what the script looks at first. */
    PacketScript(int theirInitial) {
        this(theirInitial, MTU);
    }

    PacketScript(int theirInitial, int mtu) {
        this.device = new ScriptDevice(mtu);
        TunnelAddresses own = new TunnelAddresses(List.of(OWN.toInetAddress()), List.of());
        this.stack = new TunnelStack(device, own, time.loop(), new Random(7));
        this.dial = stack.streams().dial(Destination.of("198.51.100.7", PORT), time.loop());
        time.run();
        TcpSegment syn = parse(Objects.requireNonNull(device.sent().peek()));
        this.ours = new SequenceSpace(syn.sequence());
        this.theirs = new SequenceSpace(theirInitial);
        this.ownPort = syn.ports().source();
    }

    PacketScript() {
        this(1_000);
    }

    /** After the handshake, in which the other side announced these; reads all along. */
    static PacketScript established(TcpOptions options) {
        return new PacketScript().open(options);
    }

    PacketScript open(TcpOptions options) {
        sees(0, TcpFlags.SYN);
        comes(segment(TcpFlags.SYN | TcpFlags.ACK, 0, 1, "").options(options));
        sees(1, TcpFlags.ACK);
        channel().pipeline().addLast(reader);
        channel().config().setAutoRead(true);
        time.run();
        return this;
    }

    DuplexChannel channel() {
        return (DuplexChannel) dial.getNow();
    }

    DialException failure() {
        return (DialException) dial.cause();
    }

    /** A segment of the other side. */
    final class Sent {
        private final int flags;
        private final long sequence;
        private final long acknowledgment;
        private final String data;
        private TcpOptions options = TcpOptions.NONE;

        Sent(int flags, long sequence, long acknowledgment, String data) {
            this.flags = flags;
            this.sequence = sequence;
            this.acknowledgment = acknowledgment;
            this.data = data;
        }

        Sent options(TcpOptions all) {
            options = all;
            return this;
        }

        Sent sack(long... edges) {
            List<TcpOptions.SackBlock> blocks = new ArrayList<>();
            for (int i = 0; i < edges.length; i += 2) {
                blocks.add(new TcpOptions.SackBlock(ours.number(edges[i]), ours.number(edges[i + 1])));
            }
            return options(TcpOptions.of(null, blocks));
        }

        private ByteBuf packet() {
            TcpSegment segment = new TcpSegment(new TcpSegment.Ports(PORT, ownPort), theirs.number(sequence),
                    ours.number(acknowledgment), flags, window, options,
                    Unpooled.copiedBuffer(data, StandardCharsets.ISO_8859_1));
            return segment.toPacket(new IpRoute(PEER, OWN), ByteBufAllocator.DEFAULT);
        }
    }

    Sent segment(int flags, long sequence, long acknowledgment, String data) {
        return new Sent(flags, sequence, acknowledgment, data);
    }

    void comes(Sent... segments) {
        for (Sent each : segments) {
            device.bring(each.packet());
        }
        time.run();
    }

    /** An acknowledgment without data. */
    void acknowledges(long sequence, long acknowledgment) {
        comes(segment(TcpFlags.ACK, sequence, acknowledgment, ""));
    }

    void dataComes(long sequence, long acknowledgment, String data) {
        comes(segment(TcpFlags.ACK, sequence, acknowledgment, data));
    }

    /** What the stack has sent. */
    record Seen(long sequence, long acknowledgment, int flags, int window, TcpOptions options, String data) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** The next segment, which has to be there. */
    Seen seen() {
        byte[] packet = device.sent().poll();
        assertThat(packet).as("a segment is sent").isNotNull();
        TcpSegment segment = parse(Objects.requireNonNull(packet));
        return new Seen(ours.position(segment.sequence(), 0), theirs.position(segment.acknowledgment(), 0),
                segment.flags(), segment.window(), segment.options(),
                segment.payload().toString(StandardCharsets.ISO_8859_1));
    }

    /** What the stack has said of packets of the other side so far, as a router would; takes it away. */
    List<IcmpMessage> told() {
        List<IcmpMessage> told = new ArrayList<>();
        device.sent().removeIf(bytes -> {
            IpPacket packet = Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(bytes)));
            return packet.protocol() != IpProtocol.TCP
                    && told.add(Objects.requireNonNull(IcmpMessage.read(packet)));
        });
        return told;
    }

    Seen sees(long sequence, int flags) {
        Seen seen = seen();
        assertThat(seen.flags() & ~TcpFlags.PSH).as("flags of %s", seen).isEqualTo(flags);
        assertThat(seen.sequence()).as("sequence number of %s", seen).isEqualTo(sequence);
        return seen;
    }

    /** An acknowledgment without data. */
    Seen seesAck(long sequence, long acknowledgment) {
        Seen seen = sees(sequence, TcpFlags.ACK);
        assertThat(seen.acknowledgment()).as("acknowledgment of %s", seen).isEqualTo(acknowledgment);
        assertThat(seen.data()).isEmpty();
        return seen;
    }

    Seen seesData(long sequence, String data) {
        Seen seen = sees(sequence, TcpFlags.ACK);
        assertThat(seen.data()).as("data of %s", seen).isEqualTo(data);
        return seen;
    }

    void seesNothing() {
        assertThat(device.sent().stream().map(PacketScript::parse).toList()).isEmpty();
    }

    private static TcpSegment parse(byte[] packet) {
        return Objects.requireNonNull(
                TcpSegment.read(Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(packet)))));
    }

    void writes(String data) {
        channel().writeAndFlush(Unpooled.copiedBuffer(data, StandardCharsets.ISO_8859_1));
        time.run();
    }

    void passes(Duration span) {
        time.advance(span);
    }

    void ends() {
        channel().shutdownOutput();
        time.run();
    }

    void closes() {
        channel().close();
        time.run();
    }

    @Override
    public void close() {
        stack.close();
        time.run();
        time.close();
    }

    /** What the channel has given. */
    static final class Reader extends ChannelInboundHandlerAdapter {
        final StringBuilder text = new StringBuilder();
        boolean isEnded;
        boolean isCut;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            text.append(bytes.toString(StandardCharsets.ISO_8859_1));
            bytes.release();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            isEnded |= event instanceof ChannelInputShutdownEvent;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            isCut = true;
        }
    }
}
