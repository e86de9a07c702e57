package org.byway.netstack.tcp;

import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpSegment;

/** The handshake, in state SYN-SENT (RFC 9293, section 3.10.7.3). */
final class TcpOpening implements SegmentHandler {
    private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(1);
    /** Sent at 0, 1, 3 and 7 s; given up at 15 s. */
    private static final int TRIES = 4;

    private final TcpHost host;
    private final TcpFlows flows;
    private final TcpFlow flow;
    private final Outcome outcome;
    private final SequenceSpace ours;
    private final TimestampClock clock;
    private final Alarm again;
    private long sentAt;
    private int tries;

    /** What comes of it; told once. */
    interface Outcome {
        void opened(TcpConnection connection);

        void failed(DialException why);
    }

    TcpOpening(TcpHost host, TcpFlows flows, TcpFlow flow, Outcome outcome) {
        this.host = host;
        this.flows = flows;
        this.flow = flow;
        this.outcome = outcome;
        this.ours = new SequenceSpace(host.random().nextInt());
        this.clock = new TimestampClock(host.loop().ticker(), host.random().nextInt());
        this.again = new Alarm(host.loop(), this::trySyn);
    }

    void begin() {
        flows.put(flow, this);
        trySyn();
    }

    private void trySyn() {
        if (tries == TRIES) {
            fail(Blame.UNKNOWN, Fault.SILENT);
            return;
        }
        sentAt = host.now();
        again.set(sentAt + (FIRST_WAIT << tries++));
        TcpOptions options = new TcpOptions(host.paths().segmentBytes(flow.route()), ReceiveWindow.SHIFT, true,
                clock.offer(), List.of());
        TcpSegment syn = new TcpSegment(flow.ports(), ours.initial(), 0, TcpFlags.SYN, ReceiveWindow.FIRST, options,
                Unpooled.EMPTY_BUFFER);
        host.send(syn.toPacket(flow.route(), host.allocator()));
    }

    /** Only what acknowledges our SYN was sent by somebody who has seen it. */
    @Override
    public void segment(TcpSegment segment) {
        boolean isOurs = segment.has(TcpFlags.ACK) && segment.acknowledgment() == ours.number(1);
        if (segment.has(TcpFlags.RST)) {
            if (isOurs) {
                fail(Blame.DESTINATION, Fault.REFUSED);
            }
        } else if (isOurs && segment.has(TcpFlags.SYN)) {
            open(segment);
        } else if (segment.has(TcpFlags.ACK | TcpFlags.SYN) && host.mayChallenge()) {
            flows.reset(flow, segment); // of an earlier connection, or an opening from there: this stack only connects
        }
    }

    private void open(TcpSegment answer) {
        again.stop();
        Negotiated agreed = Negotiated.of(answer, ours, ReceiveWindow.SHIFT, clock, flow.route().isV6());
        RoundTrip times = new RoundTrip();
        if (tries == 1) {
            times.measured(host.now() - sentAt, host.now());
        }
        TcpConnection connection = new TcpConnection(host, flows, flow, new TcpConnection.Handshake(agreed, times));
        flows.put(flow, connection);
        connection.opened();
        outcome.opened(connection);
    }

    private void fail(Blame blame, Fault fault) {
        close();
        outcome.failed(new DialException(Stage.REQUEST, blame, fault));
    }

    /** Nobody waits for it any more. */
    void close() {
        again.stop();
        flows.forget(flow, this);
    }

    /** Nobody knows our sequence number but who has seen the SYN (RFC 5927, section 4.1). */
    @Override
    public void unreachable(Quote quote) {
        if (quote.sequence() == ours.initial()) {
            fail(Blame.DESTINATION, Fault.UNREACHABLE);
        }
    }

    /** A SYN is smaller than any link. */
    @Override
    public void tooBig(Quote quote, int mtu) {}

    @Override
    public void stackClosed() {
        fail(Blame.UPSTREAM, Fault.CLOSED);
    }

    @Override
    public long expendableSince() {
        return Long.MAX_VALUE;
    }
}
