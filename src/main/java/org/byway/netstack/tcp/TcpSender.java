package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import org.byway.netstack.tcp.Acknowledgments.News;
import org.byway.netstack.wire.TcpSegment;

/** The sending half of a connection: what is sent next, as the two windows and what was lost allow. */
final class TcpSender implements Retransmitter.Sending {
    private final TcpHost host;
    private final Negotiated agreed;
    private final TcpOutput output;
    private final Listener listener;
    private final Scoreboard board = new Scoreboard();
    private final TailProbe tail = new TailProbe();
    private final SegmentSize size;
    private final RoundTrip times;
    private final Congestion congestion;
    private final Recovery recovery;
    private final PeerWindow window;
    private final SegmentWriter writer;
    private final Acknowledgments acknowledgments;
    private final SpuriousTimeout early;
    private final Retransmitter timers;
    private long lastSentAt;
    private boolean isLimitedByCongestion;

    /** Who is told what only the connection can deal with. */
    interface Listener {
        void finSent();

        void gaveUp();
    }

    TcpSender(TcpHost host, TcpFlow flow, Negotiated agreed, Parts parts) {
        this.host = host;
        this.agreed = agreed;
        this.output = parts.output();
        this.listener = parts.listener();
        this.times = parts.times();
        this.size = new SegmentSize(host, flow, agreed);
        this.congestion = new Cubic(size.bytes());
        this.recovery = new Recovery(board, times, congestion, agreed.hasSack());
        this.window = new PeerWindow(agreed);
        this.writer = new SegmentWriter(output, window, board, listener::finSent);
        this.acknowledgments = new Acknowledgments(agreed, board, recovery, times);
        this.early = new SpuriousTimeout(agreed.clock());
        this.timers = new Retransmitter(host, times, this);
    }

    /** What it works with. */
    record Parts(TcpOutput output, RoundTrip times, Listener listener) {}

    SendBuffer buffer() {
        return writer.buffer();
    }

    /** Position of what is sent next. */
    long next() {
        return writer.next();
    }

    /** Position of the first byte that has not been acknowledged. */
    long acknowledged() {
        return acknowledgments.acknowledged();
    }

    boolean isFinAcknowledged() {
        return writer.isFinSent() && board.isEmpty() && acknowledged() == next();
    }

    RoundTrip roundTrip() {
        return times;
    }

    /** Takes a write over; sent with the next output. */
    void write(ByteBuf bytes) {
        writer.buffer().append(bytes);
    }

    /** Nothing more will be written: the FIN follows the data. */
    void end() {
        writer.end();
    }

    /** RFC 9293, section 3.10.7.4, fifth check, as RFC 5961, section 5, narrows it. */
    boolean isPlausible(long ack) {
        return ack <= next() && ack >= acknowledged() - Math.max(window.largest(), ReceiveWindow.FIRST);
    }

    /** Takes the acknowledgment of a segment that belongs to the connection. */
    void take(TcpSegment segment, long position, long ack) {
        long now = host.now();
        timers.heard(now);
        boolean isWindowNew = window.update(segment, position, ack);
        boolean wasSackedBefore = board.sacked() > 0;
        if (ack == acknowledged() && !isWindowNew && segment.sequenceLength() == 0 && !board.isEmpty()) {
            recovery.duplicateAcknowledgment();
        }
        News news = acknowledgments.take(segment, ack, next(), now);
        if (news.isProgress()) {
            buffer().release(ack);
            progressed(segment, news, now);
        }
        if (news.deliveredBytes() > 0 || news.isProgress() || wasSackedBefore || !agreed.hasSack()) {
            grow(news.deliveredBytes(), now);
            timers.lookAgainIn(recovery.detect(now, next()), now);
        }
        expectTail(now);
        if (window.edge() > next()) {
            timers.windowIsOpen();
        }
    }

    private void progressed(TcpSegment segment, News news, long now) {
        size.progressed(times.expiries());
        if (recovery.isAfterTimeout() && times.expiries() > 0 && early.isShownBy(segment.options())) {
            recovery.undo();
        }
        times.progressed();
        recovery.progressed(acknowledged());
        if (tail.madeGood(acknowledged(), news.isDuplicateReported()) && recovery.isOpen()) {
            congestion.lost(now);
        }
        timers.progressed(now, board.isEmpty());
    }

    /** Only a window that was used up says anything about the path (RFC 7661, section 4.3). */
    private void grow(long deliveredBytes, long now) {
        if (deliveredBytes > 0 && recovery.lets() && isLimitedByCongestion) {
            congestion.acknowledged(deliveredBytes, now, times);
            buffer().fit(congestion.window());
        }
    }

    private void expectTail(long now) {
        if (!board.isEmpty() && recovery.isOpen() && board.sacked() == 0 && !tail.isOut()) {
            timers.expectTail(now, board.size() == 1);
        } else {
            timers.expectNoTail();
        }
    }

    /** Sends what may be sent now: what was lost first, then what is new. */
    void output() {
        long now = host.now();
        if (board.isEmpty() && writer.hasNewData() && lastSentAt != 0 && now - lastSentAt > times.timeout()) {
            congestion.restarted();
        }
        long before = next();
        while (board.inFlight() - recovery.hidden(size.bytes()) < congestion.window()) {
            SentSegment lost = board.firstLost(size.bytes());
            if (lost != null) {
                sendAgain(lost, now);
            } else if (!sendNew(now)) {
                break;
            }
        }
        isLimitedByCongestion = board.inFlight() + size.bytes() > congestion.window();
        if (next() > before) {
            expectTail(now);
        }
        if (board.isEmpty() && writer.hasUnsent()) {
            timers.windowIsClosed(now);
        }
    }

    private boolean sendNew(long now) {
        boolean isSent = writer.sendNew(size.bytes(), now);
        if (isSent) {
            sent(now);
        }
        return isSent;
    }

    private void sendAgain(SentSegment again, long now) {
        writer.sendAgain(again, now);
        sent(now);
    }

    private void sent(long now) {
        lastSentAt = now;
        timers.sent(now);
    }

    @Override
    public void timedOut(long now) {
        early.expired(times.expiries());
        tail.forget();
        recovery.timedOut(next());
        int firstLength = board.isEmpty() ? 0 : board.get(0).dataLength();
        if (size.timedOut(times.expiries(), firstLength, now)) {
            congestion.segmentsAre(size.bytes());
        }
        SentSegment first = board.firstLost(size.bytes());
        if (first != null) {
            sendAgain(first, now);
        }
    }

    /** A router cannot pass on what is in flight (RFC 1191, section 6.4): cut smaller, it goes again at once. */
    void pathIsNarrower() {
        if (size.narrow()) {
            congestion.segmentsAre(size.bytes());
            board.markLostBeyond(size.bytes());
            output();
        }
    }

    @Override
    public void probeTail(long now) {
        if (board.isEmpty() || board.sacked() > 0 || !recovery.isOpen()) {
            return;
        }
        if (!sendNew(now)) {
            SentSegment last = board.last(size.bytes());
            sendAgain(last, now);
            tail.sent(last.end());
        }
    }

    @Override
    public void lookAgain(long now) {
        timers.lookAgainIn(recovery.detect(now, next()), now);
        output();
    }

    /** A segment that is out of its window must be answered (RFC 9293, section 3.10.7.4). */
    @Override
    public void probeWindow() {
        output.acknowledge(acknowledged() - 1);
    }

    @Override
    public void giveUp() {
        listener.gaveUp();
    }

    /** Nothing is sent any more. */
    void close() {
        timers.stop();
        buffer().clear();
    }
}
