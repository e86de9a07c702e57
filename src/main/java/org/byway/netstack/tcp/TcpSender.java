package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions.SackBlock;
import org.byway.netstack.wire.TcpSegment;

/** The sending half of a connection: what is sent next, as the two windows and what was lost allow. */
final class TcpSender implements Retransmitter.Sending {
    private static final int TIMESTAMP_BYTES = 12;
    private static final int TIMEOUTS_TO_SUSPECT_A_HOLE = 2;

    private final TcpHost host;
    private final TcpFlow flow;
    private final Negotiated agreed;
    private final TcpOutput output;
    private final Listener listener;
    private final SendBuffer buffer = new SendBuffer();
    private final Scoreboard board = new Scoreboard();
    private final RoundTrip times;
    private final Congestion congestion;
    private final Recovery recovery;
    private final PeerWindow window;
    private final Retransmitter timers;
    private int dataBytes;
    private long acknowledged = 1;
    private long next = 1;
    private long lastSentAt;
    private long deliveredBytes;
    private long sampleSentAt = -1;
    private long tailProbedTo;
    private int timeoutStamp;
    private boolean isEnding;
    private boolean isFinSent;
    private boolean isLimitedByCongestion;
    private boolean isHoleSuspected;

    /** Who is told what only the connection can deal with. */
    interface Listener {
        void finSent();

        void gaveUp();
    }

    TcpSender(TcpHost host, TcpFlow flow, Negotiated agreed, Parts parts) {
        this.host = host;
        this.flow = flow;
        this.agreed = agreed;
        this.output = parts.output();
        this.listener = parts.listener();
        this.times = parts.times();
        this.dataBytes = dataBytes();
        this.congestion = new Cubic(dataBytes);
        this.recovery = new Recovery(board, times, congestion, agreed.hasSack());
        this.window = new PeerWindow(agreed);
        this.timers = new Retransmitter(host, times, this);
    }

    /** What it works with. */
    record Parts(TcpOutput output, RoundTrip times, Listener listener) {}

    /** What fits a segment beside its options. */
    private int dataBytes() {
        int most = Math.min(agreed.segmentBytes(), host.paths().segmentBytes(flow.route()));
        return Math.max(PathMtu.SMALLEST_SEGMENT, most - (agreed.clock().isOn() ? TIMESTAMP_BYTES : 0));
    }

    SendBuffer buffer() {
        return buffer;
    }

    /** Position of what is sent next. */
    long next() {
        return next;
    }

    /** Position of the first byte that has not been acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    boolean isFinAcknowledged() {
        return isFinSent && board.isEmpty() && acknowledged == next;
    }

    /** Whether everything that was given to it has arrived. */
    boolean isIdle() {
        return board.isEmpty() && next == buffer.end();
    }

    /** Nothing more will be written: the FIN follows the data. */
    void end() {
        isEnding = true;
    }

    /** RFC 9293, section 3.10.7.4, fifth check, as RFC 5961, section 5, narrows it. */
    boolean isPlausible(long ack) {
        return ack <= next && ack >= acknowledged - Math.max(window.largest(), ReceiveWindow.FIRST);
    }

    /** Takes the acknowledgment of a segment that belongs to the connection. */
    void take(TcpSegment segment, long position, long ack) {
        long now = host.now();
        timers.heard(now);
        boolean isWindowNew = window.update(segment, position, ack);
        boolean isProgress = ack > acknowledged;
        deliveredBytes = 0;
        sampleSentAt = -1;
        boolean wasSackedBefore = board.sacked() > 0;
        if (isProgress) {
            board.acknowledge(ack, sent -> delivered(sent, now));
            acknowledged = ack;
            buffer.release(ack);
        } else if (ack == acknowledged && !isWindowNew && segment.sequenceLength() == 0 && !board.isEmpty()) {
            recovery.duplicateAcknowledgment();
        }
        boolean isDuplicateReported = takeSack(segment.options().sack(), ack, now);
        measure(segment, isProgress, now);
        if (isProgress) {
            progressed(segment, now, isDuplicateReported);
        }
        if (deliveredBytes > 0 || isProgress || wasSackedBefore || !agreed.hasSack()) {
            grow(now);
            timers.lookAgainIn(recovery.detect(now, next), now);
        }
        expectTail(now);
        if (window.edge() > next) {
            timers.windowIsOpen();
        }
    }

    private void delivered(SentSegment sent, long now) {
        deliveredBytes += sent.length();
        recovery.delivered(sent, now);
        if (!sent.isRetransmitted()) {
            sampleSentAt = sent.sentAt();
        }
    }

    /** Marks what the other side has beyond a gap; whether it says that something came twice (RFC 2883, section 4). */
    private boolean takeSack(List<SackBlock> blocks, long ack, long now) {
        if (!agreed.hasSack() || blocks.isEmpty()) {
            return false;
        }
        boolean isDuplicateReported = false;
        List<Reassembly.Range> ranges = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            long left = agreed.ours().position(blocks.get(i).left(), acknowledged);
            long right = agreed.ours().position(blocks.get(i).right(), acknowledged);
            if (i == 0 && right <= ack && left < right) {
                isDuplicateReported = true;
                recovery.duplicateReported();
            } else if (left >= acknowledged && left < right && right <= next) {
                ranges.add(new Reassembly.Range(left, right));
            }
        }
        ranges.sort(Comparator.comparingLong(Reassembly.Range::start));
        ranges.forEach(range -> board.sack(range.start(), range.end(), sent -> delivered(sent, now)));
        return isDuplicateReported;
    }

    /** By the newest segment that was sent once, else by the timestamps (RFC 7323, section 4). */
    private void measure(TcpSegment segment, boolean isProgress, long now) {
        if (sampleSentAt != -1) {
            times.measured(now - sampleSentAt, now);
        } else if (isProgress) {
            long age = agreed.clock().age(segment.options());
            if (age >= 0) {
                times.measured(age, now);
            }
        }
    }

    private void progressed(TcpSegment segment, long now, boolean isDuplicateReported) {
        if (isHoleSuspected && times.expiries() > 0) {
            isHoleSuspected = false;
            host.paths().holeSeen();
        }
        if (recovery.isAfterTimeout() && times.expiries() > 0 && isAnswerToTheOriginal(segment)) {
            recovery.undo();
        }
        times.progressed();
        recovery.progressed(acknowledged);
        if (tailProbedTo > 0 && acknowledged >= tailProbedTo) {
            if (!isDuplicateReported && recovery.isOpen()) {
                congestion.lost(now); // RFC 8985, section 7.4: the probe made good what was lost
            }
            tailProbedTo = 0;
        }
        timers.progressed(now, board.isEmpty());
    }

    /** RFC 3522, section 3.2: its echo is older than the first retransmission. */
    private boolean isAnswerToTheOriginal(TcpSegment segment) {
        return agreed.clock().isOn() && segment.options().timestamps() != null
                && segment.options().timestamps().echo() - timeoutStamp < 0;
    }

    /** Only a window that was used up says anything about the path (RFC 7661, section 4.3). */
    private void grow(long now) {
        if (deliveredBytes > 0 && recovery.lets() && isLimitedByCongestion) {
            congestion.acknowledged(deliveredBytes, now, times);
            buffer.fit(congestion.window());
        }
    }

    private void expectTail(long now) {
        if (!board.isEmpty() && recovery.isOpen() && board.sacked() == 0 && tailProbedTo == 0) {
            timers.expectTail(now, board.size() == 1);
        } else {
            timers.expectNoTail();
        }
    }

    /** Sends what may be sent now: what was lost first, then what is new. */
    void output() {
        long now = host.now();
        if (board.isEmpty() && next < buffer.end() && lastSentAt != 0 && now - lastSentAt > times.timeout()) {
            congestion.restarted();
        }
        long before = next;
        while (board.inFlight() - recovery.hidden(dataBytes) < congestion.window()) {
            SentSegment lost = board.firstLost(dataBytes);
            if (lost != null) {
                resend(lost, now);
            } else if (!sendNew(now)) {
                break;
            }
        }
        isLimitedByCongestion = board.inFlight() + dataBytes > congestion.window();
        if (next > before) {
            expectTail(now);
        }
        if (board.isEmpty() && (next < buffer.end() || (isEnding && !isFinSent))) {
            timers.windowIsClosed(now);
        }
    }

    /** One segment of new data, if there is any and the other side takes it; the FIN goes with the last. */
    private boolean sendNew(long now) {
        long ready = Math.max(0, buffer.end() - next);
        long room = window.edge() - next;
        int length = (int) Math.max(0, Math.min(dataBytes, Math.min(ready, room)));
        boolean isSilly = length < dataBytes && length < ready && !board.isEmpty() && length < window.largest() / 2;
        boolean isLast = isEnding && !isFinSent && length == ready && room > length;
        if (isFinSent || isSilly || (length == 0 && !isLast)) {
            return false;
        }
        SentSegment fresh = new SentSegment(next, next + length + (isLast ? 1 : 0), isLast, now);
        emit(fresh, length == ready);
        board.add(fresh);
        next = fresh.end();
        sent(now);
        if (isLast) {
            isFinSent = true;
            listener.finSent();
        }
        return true;
    }

    private void resend(SentSegment again, long now) {
        board.resent(again, now);
        emit(again, false);
        sent(now);
    }

    private void emit(SentSegment sent, boolean isLastOfBurst) {
        int flags = (sent.isEndedByFin() ? TcpFlags.FIN : 0) | (isLastOfBurst ? TcpFlags.PSH : 0);
        output.send(sent.start(), buffer.piece(sent.start(), sent.dataLength()), flags);
    }

    private void sent(long now) {
        lastSentAt = now;
        timers.sent(now);
    }

    @Override
    public void timedOut(long now) {
        timeoutStamp = times.expiries() == 1 ? agreed.clock().now() : timeoutStamp;
        tailProbedTo = 0;
        recovery.timedOut(next);
        if (times.expiries() == TIMEOUTS_TO_SUSPECT_A_HOLE && dataBytes > PathMtu.CAREFUL_SEGMENT
                && !board.isEmpty() && board.get(0).dataLength() > PathMtu.CAREFUL_SEGMENT) {
            isHoleSuspected = true;
            cutSegmentsTo(PathMtu.CAREFUL_SEGMENT);
        }
        SentSegment first = board.firstLost(dataBytes);
        if (first != null) {
            resend(first, now);
        }
    }

    private void cutSegmentsTo(int bytes) {
        dataBytes = bytes;
        congestion.segmentsAre(bytes);
    }

    /** A router cannot pass on what is in flight (RFC 1191, section 6.4): cut smaller, it goes again at once. */
    void pathIsNarrower() {
        int bytes = dataBytes();
        if (bytes < dataBytes) {
            cutSegmentsTo(bytes);
            for (int i = 0; i < board.size(); i++) {
                SentSegment sent = board.get(i);
                if (sent.is(SentSegment.Fate.IN_FLIGHT) && sent.dataLength() > bytes) {
                    board.markLost(sent);
                }
            }
            output();
        }
    }

    @Override
    public void probeTail(long now) {
        if (board.isEmpty() || board.sacked() > 0 || !recovery.isOpen()) {
            return;
        }
        if (!sendNew(now)) {
            SentSegment last = board.last(dataBytes);
            resend(last, now);
            tailProbedTo = last.end();
        }
    }

    @Override
    public void lookAgain(long now) {
        timers.lookAgainIn(recovery.detect(now, next), now);
        output();
    }

    /** A segment that is out of its window must be answered (RFC 9293, section 3.10.7.4). */
    @Override
    public void probeWindow() {
        output.acknowledge(acknowledged - 1);
    }

    @Override
    public void giveUp() {
        listener.gaveUp();
    }

    /** Takes a write over; sent with the next output. */
    void write(ByteBuf bytes) {
        buffer.append(bytes);
    }

    /** Nothing is sent any more. */
    void close() {
        timers.stop();
        buffer.clear();
    }

    RoundTrip roundTrip() {
        return times;
    }
}
