package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/**
 * A connection after its handshake: decides what an arrived segment means (RFC 9293, section 3.10.7.4, with RFC 5961) and
 * lets its two halves do the rest.
 */
final class TcpConnection implements SegmentHandler, TcpSender.Listener {
    private static final long TIME_WAIT = TimeUnit.SECONDS.toNanos(10);
    /** For the other side to finish once nobody reads any more. */
    private static final long ORPHAN = TimeUnit.SECONDS.toNanos(60);
    /** For a gap to be filled before it is believed that full segments do not come through. */
    private static final long GAP = TimeUnit.SECONDS.toNanos(2);

    private final TcpHost host;
    private final TcpFlow flow;
    private final TcpFlows flows;
    private final Negotiated agreed;
    private final TcpReceiver receiver;
    private final TcpOutput output;
    private final TcpSender sender;
    private final Alarm delayedAck;
    private final Alarm ending;
    private final Alarm gap;
    private final KeepAlive keepAlive;
    private TcpState state = TcpState.ESTABLISHED;
    private @Nullable StreamUser user;
    private boolean isTurnSet;
    private long heardAt;

    TcpConnection(TcpHost host, TcpFlows flows, TcpFlow flow, Handshake handshake) {
        this.host = host;
        this.flows = flows;
        this.flow = flow;
        this.agreed = handshake.agreed();
        this.receiver = new TcpReceiver(agreed, host.budget());
        this.output = new TcpOutput(host, flow, agreed, receiver);
        this.sender = new TcpSender(host, flow, agreed, new TcpSender.Parts(output, handshake.times(), this));
        this.delayedAck = new Alarm(host.loop(), this::acknowledge);
        this.ending = new Alarm(host.loop(), this::vanish);
        this.gap = new Alarm(host.loop(), this::gapStays);
        this.keepAlive = new KeepAlive(host, sender::probeWindow, () -> fail("no answer for minutes"));
        this.heardAt = host.now();
    }

    /** What came out of the handshake: the terms, and how long it took. */
    record Handshake(Negotiated agreed, RoundTrip times) {}

    /** Acknowledges the other side's SYN. */
    void opened() {
        acknowledge();
    }

    void usedBy(StreamUser reader) {
        user = reader;
    }

    TcpState state() {
        return state;
    }

    TcpFlow flow() {
        return flow;
    }

    @Override
    public void segment(TcpSegment segment) {
        heardAt = host.now();
        keepAlive.heard();
        long position = agreed.theirs().position(segment.sequence(), receiver.window().next());
        if (isRefused(segment, position)) {
            return;
        }
        long ack = agreed.ours().position(segment.acknowledgment(), sender.acknowledged());
        if (!segment.has(TcpFlags.ACK)) {
            return;
        }
        if (!sender.isPlausible(ack)) {
            challenge();
            return;
        }
        if (position <= output.lastAcknowledged()) {
            agreed.clock().heard(segment.options());
        }
        sender.take(segment, position, ack);
        if (sender.isFinAcknowledged()) {
            enter(state.finAcknowledged());
        }
        takeData(segment, position);
        turnSoon();
    }

    /** The first four checks: sequence number, RST, SYN, and what RFC 5961 makes of them. */
    private boolean isRefused(TcpSegment segment, long position) {
        boolean isReset = segment.has(TcpFlags.RST);
        if (!isReset && agreed.clock().isOutdated(segment.options())) {
            answerOutOfWindow(segment, position);
            return true;
        }
        if (!receiver.window().accepts(position, segment.sequenceLength())) {
            if (!isReset) {
                answerOutOfWindow(segment, position);
            }
            return true;
        }
        if (isReset && position == receiver.window().next()) {
            takeReset();
            return true;
        }
        if (isReset || segment.has(TcpFlags.SYN)) {
            challenge();
            return true;
        }
        return false;
    }

    /** Where everything was said already it changes nothing: an old segment may have met a flow that is gone (RFC 1337). */
    private void takeReset() {
        if (state == TcpState.LAST_ACK || state == TcpState.CLOSING) {
            vanish();
        } else if (state != TcpState.TIME_WAIT) {
            cut(new SocketException("the other side reset the connection"));
        }
    }

    /** What was sent again is acknowledged again; empty segments only so often, or two sides could answer each other for ever. */
    private void answerOutOfWindow(TcpSegment segment, long position) {
        if (state == TcpState.TIME_WAIT && segment.has(TcpFlags.FIN)) {
            ending.set(host.now() + TIME_WAIT);
        }
        if (segment.sequenceLength() > 0) {
            receiver.cameTwice(position, segment.payload().readableBytes());
            receiver.acks().answerNow();
            turnSoon();
        } else {
            challenge();
        }
    }

    private void challenge() {
        if (host.mayChallenge()) {
            acknowledge();
        }
    }

    private void takeData(TcpSegment segment, long position) {
        if (!state.takesData() || (segment.payload().readableBytes() == 0 && !segment.has(TcpFlags.FIN))) {
            return;
        }
        if (user == null && segment.payload().isReadable()) {
            abort(); // RFC 9293, section 3.6.1: nobody is left to read it
            return;
        }
        receiver.take(segment, position);
        if (receiver.isEnded()) {
            enter(state.finReceived());
        }
        watchGap();
    }

    private void watchGap() {
        if (!receiver.hasGap()) {
            gap.clear();
        } else if (!gap.isSet()) {
            gap.set(host.now() + GAP);
        }
    }

    /** The small end of an answer is there and the full segments before it never come: the path swallows what is large. */
    private void gapStays() {
        if (receiver.largestSegment() <= PathMtu.CAREFUL_SEGMENT) {
            host.paths().holeSeen();
        }
    }

    /** Has the user see what came, and what is ready sent, once for everything that is on its way in now. */
    void turnSoon() {
        if (!isTurnSet && state != TcpState.CLOSED) {
            isTurnSet = true;
            host.turnSoon(this::turn);
        }
    }

    private void turn() {
        isTurnSet = false;
        if (state == TcpState.CLOSED) {
            return;
        }
        if (user != null) {
            user.turned();
        }
        if (state == TcpState.CLOSED) {
            return;
        }
        sender.output();
        if (receiver.acks().isDue() || receiver.window().isWorthAnUpdate(agreed.segmentBytes())) {
            acknowledge();
        } else if (receiver.acks().isOwed() && !delayedAck.isSet()) {
            delayedAck.set(host.now() + AckPolicy.LONGEST_DELAY);
        } else if (!receiver.acks().isOwed()) {
            delayedAck.clear();
        }
    }

    private void acknowledge() {
        delayedAck.clear();
        output.acknowledge(sender.next());
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
        return state.mayStillSend() && !sender.buffer().isFull();
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
        user = null;
        if (state == TcpState.CLOSED) {
            receiver.close();
            return;
        }
        if (receiver.unread() > 0) {
            abort();
            return;
        }
        sender.end();
        keepAlive.stop();
        ending.set(host.now() + ORPHAN);
        turnSoon();
    }

    /** Ends it at once, for the other side as a cut (RFC 9293, section 3.10.5). */
    void abort() {
        if (state != TcpState.CLOSED && state != TcpState.TIME_WAIT) {
            output.reset(sender.next());
        }
        vanish();
    }

    private void enter(TcpState next) {
        if (next == state) {
            return;
        }
        state = next;
        if (next == TcpState.TIME_WAIT) {
            acknowledge();
            keepAlive.stop();
            sender.close();
            ending.set(host.now() + TIME_WAIT);
        } else if (next == TcpState.CLOSED) {
            leave();
        }
    }

    @Override
    public void finSent() {
        enter(state.finSent());
    }

    @Override
    public void gaveUp() {
        fail("nothing was acknowledged any more");
    }

    private void fail(String why) {
        output.reset(sender.next());
        cut(new SocketException(why));
    }

    private void cut(IOException why) {
        state = TcpState.CLOSED;
        receiver.cut();
        stop();
        if (user != null) {
            user.cut(why);
        } else {
            receiver.close();
        }
    }

    private void vanish() {
        state = TcpState.CLOSED;
        leave();
    }

    /** Ended in order, or forgotten: where it is still used, what came can be read to its end. */
    private void leave() {
        stop();
        if (user == null) {
            receiver.close();
        } else {
            user.turned();
        }
    }

    private void stop() {
        sender.close();
        keepAlive.stop();
        delayedAck.stop();
        ending.stop();
        gap.stop();
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
        if (state != TcpState.CLOSED) {
            cut(new SocketException("the tunnel was closed"));
        }
    }

    @Override
    public long expendableSince() {
        return user == null || state == TcpState.TIME_WAIT ? heardAt : Long.MAX_VALUE;
    }
}
