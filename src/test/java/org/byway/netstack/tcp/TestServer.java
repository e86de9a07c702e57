package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.byway.netstack.PacketDevice;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;

/** The other end of a tunnel for tests: accepts what is opened to any address and port, over the parts of the stack itself. */
public final class TestServer {
    private final TcpHost host;
    private final TcpFlows flows;
    private final Consumer<Channel> accepted;
    private final Map<TcpFlow, Waiting> waiting = new HashMap<>();

    /** A SYN that was answered. */
    private record Waiting(TcpSegment syn, SequenceSpace ours, TimestampClock clock) {}

    public TestServer(PacketDevice device, EventLoop loop, RandomGenerator random, Consumer<Channel> accepted) {
        this.host = new TcpHost(loop, random, device.mtu(), packet -> {
            device.send(packet);
            device.flush();
        });
        this.flows = new TcpFlows(host);
        this.accepted = accepted;
        device.receive(this::packet);
    }

    public int openFlows() {
        return flows.size();
    }

    private void packet(ByteBuf bytes) {
        IpPacket packet = IpPacket.read(bytes);
        TcpSegment segment = packet == null || packet.protocol() != IpProtocol.TCP ? null : TcpSegment.read(packet);
        if (packet != null && segment != null) {
            TcpFlow flow = TcpFlow.of(packet, segment);
            if (segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK)) {
                answer(flow, segment);
                bytes.release();
                return;
            }
            Waiting opening = segment.has(TcpFlags.RST) ? null : waiting.remove(flow);
            if (opening != null) {
                accept(flow, opening, segment);
            } else {
                flows.segment(packet, segment);
            }
        }
        bytes.release();
    }

    private void answer(TcpFlow flow, TcpSegment syn) {
        Waiting opening = waiting.computeIfAbsent(flow, any -> new Waiting(syn,
                new SequenceSpace(host.random().nextInt()),
                new TimestampClock(host.loop().ticker(), host.random().nextInt()).agreed(syn.options().timestamps())));
        TcpOptions options = new TcpOptions(host.paths().segmentBytes(flow.route()), ReceiveWindow.SHIFT, true,
                opening.clock().stamp(), List.of());
        host.send(new TcpSegment(flow.ports(), opening.ours().initial(), syn.sequence() + 1,
                TcpFlags.SYN | TcpFlags.ACK, ReceiveWindow.FIRST, options, Unpooled.EMPTY_BUFFER)
                .toPacket(flow.route(), host.allocator()));
    }

    private void accept(TcpFlow flow, Waiting opening, TcpSegment first) {
        Negotiated agreed = Negotiated.of(opening.syn(), opening.ours(), ReceiveWindow.SHIFT, opening.clock(),
                flow.route().isV6());
        TcpConnection connection = new TcpConnection(host, flows, flow,
                new TcpConnection.Handshake(agreed, new RoundTrip()));
        flows.put(flow, connection);
        accepted.accept(TcpChannel.of(connection, host.loop()));
        connection.segment(first);
    }
}
