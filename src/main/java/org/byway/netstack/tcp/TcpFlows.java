package org.byway.netstack.tcp;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;
import org.byway.netstack.wire.TcpSegment.Ports;
import org.jspecify.annotations.Nullable;

/** Which flows are open, which ports are free for more, and what becomes of segments that belong to none. */
final class TcpFlows {
    static final int MOST = 4_096;

    private static final int FIRST_PORT = 32_768;
    private static final int PORTS = 61_000 - FIRST_PORT;
    private static final int TRIES = 64;
    /** So that segments of an old connection are not taken for a new one's. */
    private static final long REST = TimeUnit.SECONDS.toNanos(60);
    private static final int RESETS_PER_SECOND = 100;

    private final TcpHost host;
    private final Map<TcpFlow, SegmentHandler> open = new HashMap<>();
    private final Map<TcpFlow, Long> resting = new LinkedHashMap<>();
    private final RateLimit resets;

    TcpFlows(TcpHost host) {
        this.host = host;
        this.resets = new RateLimit(host.loop().ticker(), RESETS_PER_SECOND);
    }

    int size() {
        return open.size();
    }

    /** Flows whose port is not used again yet. */
    int resting() {
        wakeRested();
        return resting.size();
    }

    /** A flow with a local port that is free towards that destination (RFC 6056, section 3.3.1); {@code null} where there is none. */
    @Nullable
    TcpFlow free(IpRoute route, int port) {
        wakeRested();
        if (open.size() >= MOST && !makeRoom()) {
            return null;
        }
        int first = host.random().nextInt(PORTS);
        for (int i = 0; i < PORTS; i++) {
            int offset = i < TRIES ? host.random().nextInt(PORTS) : (first + i) % PORTS;
            TcpFlow flow = new TcpFlow(route, new Ports(FIRST_PORT + offset, port));
            if (!open.containsKey(flow) && !resting.containsKey(flow)) {
                return flow;
            }
        }
        return null;
    }

    /** Gives up the connection that nobody uses any more and that was silent longest; whether there was one. */
    private boolean makeRoom() {
        SegmentHandler oldest = open.values().stream().min(Comparator.comparingLong(SegmentHandler::expendableSince))
                .orElseThrow();
        if (oldest.expendableSince() == Long.MAX_VALUE) {
            return false;
        }
        oldest.stackClosed();
        return true;
    }

    void put(TcpFlow flow, SegmentHandler handler) {
        open.put(flow, handler);
    }

    /** Its port rests a while, unless something else has taken the flow over. */
    void forget(TcpFlow flow, SegmentHandler handler) {
        if (open.remove(flow, handler)) {
            resting.put(flow, host.now());
        }
    }

    private void wakeRested() {
        Iterator<Long> since = resting.values().iterator();
        while (since.hasNext() && host.now() - since.next() > REST) {
            since.remove();
        }
    }

    void segment(IpPacket packet, TcpSegment segment) {
        TcpFlow flow = TcpFlow.of(packet, segment);
        SegmentHandler handler = open.get(flow);
        if (handler != null) {
            handler.segment(segment);
        } else if (!segment.has(TcpFlags.RST) && resets.permits()) {
            reset(flow, segment);
        }
    }

    /** RFC 9293, section 3.10.7.1: nothing is open there. */
    void reset(TcpFlow flow, TcpSegment cause) {
        boolean hasAck = cause.has(TcpFlags.ACK);
        TcpSegment reset = new TcpSegment(flow.ports(), hasAck ? cause.acknowledgment() : 0,
                hasAck ? 0 : cause.sequence() + cause.sequenceLength(),
                hasAck ? TcpFlags.RST : TcpFlags.RST | TcpFlags.ACK, 0, TcpOptions.NONE, Unpooled.EMPTY_BUFFER);
        host.send(reset.toPacket(flow.route(), host.allocator()));
    }

    /** Whom a router's message is for, by the packet of ours that it quotes. */
    @Nullable
    SegmentHandler quoted(Quote quote) {
        return quote.protocol() == IpProtocol.TCP ? open.get(new TcpFlow(quote.route(), quote.ports())) : null;
    }

    void closeAll() {
        new ArrayList<>(open.values()).forEach(SegmentHandler::stackClosed);
    }
}
