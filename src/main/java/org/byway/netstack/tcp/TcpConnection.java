package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.net.SocketException;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/**
 * A connection after its handshake: decides what an arrived segment means (RFC 9293, section 3.10.7.4, with RFC 5961) and
 * lets its parts do the rest.
 */
final class TcpConnection implements SegmentHandler, TcpSender.Listener, TcpEnding.Parts {
    private final TcpHost host;
    private final TcpFlow flow;
    private final TcpFlows flows;
    private final Negotiated agreed;
    private final TcpReceiver receiver;
    private final SegmentCheck check;
    private final TcpOutput output;
    private final TcpSender sender;
    private final Acknowledger acknowledger;
    private final TcpEnding ending;
    private final ReceiveStall stall;
    private final KeepAlive keepAlive;
    private boolean isTurnSet;
    private long heardAt;

    TcpConnection(TcpHost host, TcpFlows flows, TcpFlow flow, Handshake handshake) {
        this.host = host;
        this.flows = flows;
        this.flow = flow;
        this.agreed = handshake.agreed();
        this.receiver = new TcpReceiver(agreed, host.budget());
        this.check = new SegmentCheck(agreed.clock(), receiver.window());
        this.output = new TcpOutput(host, flow, agreed, receiver);
        this.sender = new TcpSender(host, flow, agreed, new TcpSender.Parts(output, handshake.times(), this));
        this.acknowledger = new Acknowledger(host, receiver, () -> output.acknowledge(sender.next()));
        this.ending = new TcpEnding(host, receiver, this);
        this.stall = new ReceiveStall(host, receiver, new Voice());
        this.keepAlive = new KeepAlive(host, sender::probeWindow, () -> fail("no answer for minutes"));
        this.heardAt = host.now();
    }

    /** What came out of the handshake: the terms, and how long it took. */
    record Handshake(Negotiated agreed, RoundTrip times) {}

    /** Acknowledges the other side's SYN. */
    void opened() {
        acknowledger.acknowledge();
    }

    void usedBy(StreamUser reader) {
        ending.usedBy(reader);
    }

    TcpState state() {
        return ending.state();
    }

    TcpFlow flow() {
        return flow;
    }

    @Override
    public void segment(TcpSegment segment) {
        heardAt = host.now();
        keepAlive.heard();
        long position = agreed.theirs().position(segment.sequence(), receiver.window().next());
        switch (check.verdict(segment, position)) {
            case DROPPED -> {
            }
            case OUT_OF_WINDOW -> answerOutOfWindow(segment, position);
            case CHALLENGED -> acknowledger.challenge();
            case RESET -> ending.reset();
            case TAKEN -> take(segment, position);
        }
    }

    /** What was sent again is acknowledged again; empty segments only so often, or two sides could answer each other for ever. */
    private void answerOutOfWindow(TcpSegment segment, long position) {
        if (segment.has(TcpFlags.FIN)) {
            ending.finCameAgain();
        }
        if (segment.sequenceLength() > 0) {
            receiver.cameTwice(position, segment.payload().readableBytes());
            receiver.acks().answerNow();
            turnSoon();
        } else {
            acknowledger.challenge();
        }
    }

    private void take(TcpSegment segment, long position) {
        long ack = agreed.ours().position(segment.acknowledgment(), sender.acknowledged());
        if (!sender.isPlausible(ack)) {
            acknowledger.challenge();
            return;
        }
        if (position <= output.lastAcknowledged()) {
            agreed.clock().heard(segment.options());
        }
        sender.take(segment, position, ack);
        if (sender.isFinAcknowledged()) {
            ending.finAcknowledged();
        }
        takeData(segment, position);
        if (state().takesData() && ending.isUsed()) {
            stall.heard(segment, position);
        }
        turnSoon();
    }

    private void takeData(TcpSegment segment, long position) {
        if (!state().takesData() || (segment.payload().readableBytes() == 0 && !segment.has(TcpFlags.FIN))) {
            return;
        }
        if (!ending.isUsed() && segment.payload().isReadable()) {
            abort(); // RFC 9293, section 3.6.1: nobody is left to read it
            return;
        }
        receiver.take(segment, position);
        if (receiver.isEnded()) {
            ending.finReceived();
        }
        if (receiver.acks().isUrgent()) {
            acknowledger.acknowledge();
        }
    }

    /** What is done about data that should be coming. */
    private final class Voice implements ReceiveStall.Voice {
        @Override
        public void ask() {
            sender.probeWindow();
        }

        @Override
        public void acknowledge() {
            acknowledger.acknowledge();
        }

        /** Each message takes one doubling back, and where that makes it late, what is missing is sent at once (RFC 6069, section 4). */
        @Override
        public void back(int doublings) {
            for (int i = 0; i < doublings; i++) {
                host.send(missing().noWayPacket(host.allocator()));
            }
        }

        /** What a router there would have said (RFC 1191, section 4), so that this connection goes on, too. */
        @Override
        public void vanishing() {
            host.paths().vanishing(flow.route());
            host.send(missing().tooBigPacket(host.allocator(), PathMtu.carefulMtu(flow.route())));
        }

        private Quote missing() {
            return new Quote(flow.route().reversed(), IpProtocol.TCP, flow.ports().reversed(),
                    agreed.theirs().number(receiver.window().next()));
        }
    }

    /** Has the user see what came, and what is ready sent, once for everything that is on its way in now. */
    void turnSoon() {
        if (!isTurnSet && !ending.isClosed()) {
            isTurnSet = true;
            host.turnSoon(this::turn);
        }
    }

    private void turn() {
        isTurnSet = false;
        if (ending.hasUserTurn()) {
            sender.output();
            acknowledger.turned(agreed.segmentBytes());
        }
    }

    /** The next bytes that came, which the caller releases. */
    @Nullable
    ByteBuf read() {
        ByteBuf bytes = receiver.poll();
        if (bytes != null) {
            receiver.window().read(bytes.readableBytes(), host.now(), sender.roundTrip().smoothed());
            receiver.window().open(receiver.unread(), agreed.segmentBytes());
        }
        return bytes;
    }

    boolean hasUnread() {
        return receiver.unread() > 0;
    }

    /** Whether everything that the other side sent has been read, up to its end. */
    boolean isInputEnded() {
        return receiver.isEnded() && receiver.unread() == 0;
    }

    boolean takesWrites() {
        return state().mayStillSend() && !sender.buffer().isFull();
    }

    /** Takes the buffer over; goes out with the turn. */
    void write(ByteBuf bytes) {
        sender.write(bytes);
        turnSoon();
    }

    /** Nothing more will be written. */
    void shutdownOutput() {
        sender.end();
        turnSoon();
    }

    /** Nobody reads or writes any more: what was written still goes out, unless something came that nobody has read (RFC 2525, section 2.17). */
    void close() {
        ending.leftAlone();
        if (ending.isClosed()) {
            return;
        }
        if (receiver.unread() > 0) {
            abort();
            return;
        }
        sender.end();
        keepAlive.stop();
        ending.limit();
        turnSoon();
    }

    /** Ends it at once, for the other side as a cut (RFC 9293, section 3.10.5). */
    void abort() {
        if (!ending.isClosed() && state() != TcpState.TIME_WAIT) {
            output.reset(sender.next());
        }
        ending.vanish();
    }

    private void fail(String why) {
        output.reset(sender.next());
        ending.cut(new SocketException(why));
    }

    @Override
    public void finSent() {
        ending.finSent();
    }

    @Override
    public void gaveUp() {
        fail("nothing was acknowledged any more");
    }

    @Override
    public void rest() {
        acknowledger.acknowledge();
        keepAlive.stop();
        stall.stop();
        sender.close();
    }

    @Override
    public void stop() {
        sender.close();
        keepAlive.stop();
        acknowledger.stop();
        stall.stop();
        flows.forget(flow, this);
    }

    @Override
    public void unreachable(Quote quote) {
        // RFC 5461, section 2: a soft error once a connection is open
    }

    /** Only of what is under way, so that a stranger has to guess (RFC 5927, section 7.1). */
    @Override
    public void tooBig(Quote quote, int mtu) {
        long position = agreed.ours().position(quote.sequence(), sender.acknowledged());
        boolean isUnderWay = position >= sender.acknowledged() && position < sender.next();
        if (isUnderWay && host.paths().lower(flow.route(), mtu)) {
            sender.pathIsNarrower();
        }
    }

    @Override
    public void stackClosed() {
        if (!ending.isClosed()) {
            ending.cut(new SocketException("the tunnel was closed"));
        }
    }

    @Override
    public long expendableSince() {
        return !ending.isUsed() || state() == TcpState.TIME_WAIT ? heardAt : Long.MAX_VALUE;
    }
}
