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
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;

/**
 * TCP as the side that is connected to, for the server of the practice network and for tests: accepts whatever is opened, to
 * any address and port. It trusts who opens, so it is not for a network with strangers. On the loop.
 */
public final class TcpAcceptor {
    private static final int MOST_WAITING = 256;

    private final TcpHost host;
    private final TcpFlows flows;
    private final Consumer<Channel> accepted;
    private final Map<TcpFlow, Waiting> waiting = new HashMap<>();

    /** A SYN that was answered. */
    private record Waiting(TcpSegment syn, SequenceSpace ours, TimestampClock clock) {}

    /**
     * @param output   takes whole packets over
     * @param accepted is given each channel, reading off; its local address says what was asked for
     */
    public TcpAcceptor(EventLoop loop, RandomGenerator random, int mtu, Consumer<ByteBuf> output,
            Consumer<Channel> accepted) {
        this.host = new TcpHost(loop, random, mtu, output);
        this.flows = new TcpFlows(host);
        this.accepted = accepted;
    }

    /** A packet that carries TCP; its buffer stays the caller's. */
    public void packet(IpPacket packet) {
        TcpSegment segment = TcpSegment.read(packet);
        if (segment == null) {
            return;
        }
        TcpFlow flow = TcpFlow.of(packet, segment);
        if (segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK)) {
            answer(flow, segment);
            return;
        }
        Waiting opening = segment.has(TcpFlags.RST) ? null : waiting.remove(flow);
        if (opening == null) {
            flows.segment(packet, segment);
        } else {
            accept(flow, opening, segment);
        }
    }

    private void answer(TcpFlow flow, TcpSegment syn) {
        if (waiting.size() == MOST_WAITING) {
            waiting.clear();
        }
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

    /** Connections that are open or not quite ended. */
    public int openFlows() {
        return flows.size();
    }

    /** Cuts every connection. */
    public void close() {
        waiting.clear();
        flows.closeAll();
    }
}
