package org.byway.netstack.tcp;

import io.netty.buffer.Unpooled;
import java.util.List;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpOptions.SackBlock;
import org.byway.netstack.wire.TcpSegment;

/** Writes the segments of one connection that is open: each carries what the receiving half has to say. */
final class TcpOutput {
    private final TcpHost host;
    private final TcpFlow flow;
    private final Negotiated agreed;
    private final TcpReceiver receiver;
    private long lastAcknowledged = 1;

    TcpOutput(TcpHost host, TcpFlow flow, Negotiated agreed, TcpReceiver receiver) {
        this.host = host;
        this.flow = flow;
        this.agreed = agreed;
        this.receiver = receiver;
    }

    /** Up to where the other side knows that we have everything. */
    long lastAcknowledged() {
        return lastAcknowledged;
    }

    /** A piece of the stream; without SACK blocks, for which a full segment has no room. */
    void send(long position, TcpSegment.Content content, int flags) {
        TcpSegment header = header(position, TcpFlags.ACK | flags, List.of());
        host.send(header.toPacket(flow.route(), host.allocator(), content));
    }

    /** A segment without data: what we have, and how much more we take. */
    void acknowledge(long position) {
        emit(header(position, TcpFlags.ACK, receiver.sackBlocks()));
    }

    /** RFC 9293, section 3.10.7.4: the end of a connection that was aborted here. */
    void reset(long position) {
        emit(new TcpSegment(flow.ports(), agreed.ours().number(position),
                agreed.theirs().number(receiver.window().next()), TcpFlags.RST | TcpFlags.ACK, 0, TcpOptions.NONE,
                Unpooled.EMPTY_BUFFER));
    }

    private TcpSegment header(long position, int flags, List<SackBlock> sack) {
        long next = receiver.window().next();
        lastAcknowledged = next;
        receiver.acks().acknowledged();
        return new TcpSegment(flow.ports(), agreed.ours().number(position), agreed.theirs().number(next), flags,
                receiver.window().announce(), TcpOptions.of(agreed.clock().stamp(), sack), Unpooled.EMPTY_BUFFER);
    }

    private void emit(TcpSegment segment) {
        host.send(segment.toPacket(flow.route(), host.allocator()));
    }
}
