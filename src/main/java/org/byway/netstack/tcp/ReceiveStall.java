package org.byway.netstack.tcp;

import java.util.concurrent.TimeUnit;
import org.byway.netstack.wire.TcpSegment;

/**
 * Data that should be coming and does not: there is a gap, or the other side was in the middle of something. It is asked for
 * some seconds how far it has got. One that answers that it has sent more need not wait for its timeout, which doubles (RFC 6069);
 * and if nothing comes of that either, it is sending what the path swallows (RFC 2923, section 2.1).
 */
final class ReceiveStall {
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MOST_QUESTIONS = 20;
    /** Long enough for timeouts of the other side to have sent something again. */
    private static final long VANISHING = TimeUnit.SECONDS.toNanos(2);
    private static final long NEVER = -1;

    private final TcpHost host;
    private final TcpReceiver receiver;
    private final Voice voice;
    private final Alarm alarm;
    private int questions;
    private boolean isAsked;
    private long next = 1;
    private long progressedAt;
    private long missingSince = NEVER;

    /** What it has done. */
    interface Voice {
        /** Sends what has to be answered with how far the other side has got. */
        void ask();

        /** Tells it what has come. */
        void acknowledge();

        /** The path was away, and its timeout may have doubled so many times. */
        void back(int doublings);

        /** Small packets come, and what is larger does not. */
        void vanishing();
    }

    ReceiveStall(TcpHost host, TcpReceiver receiver, Voice voice) {
        this.host = host;
        this.receiver = receiver;
        this.voice = voice;
        this.alarm = new Alarm(host.loop(), this::ask);
        this.progressedAt = host.now();
    }

    /** A segment was taken. */
    void heard(TcpSegment segment, long position) {
        int length = segment.payload().readableBytes();
        boolean isProgress = receiver.window().next() > next;
        next = receiver.window().next();
        if (receiver.isEnded()) {
            alarm.clear();
        } else if (isProgress) {
            progressed(length >= TcpReceiver.SMALL_SEGMENT);
        } else if (position > next || length > 0) {
            moreWasSent(length);
        } else if (isAsked) {
            everythingHasCome();
        }
    }

    /** A large segment may well be followed by more; whether it was full, or pushed, says nothing, for windows end anywhere. */
    private void progressed(boolean isMidway) {
        questions = 0;
        isAsked = false;
        missingSince = NEVER;
        progressedAt = host.now();
        if (isMidway || receiver.hasGap()) {
            alarm.set(progressedAt + BETWEEN);
        } else {
            alarm.clear();
        }
    }

    /** What stands beyond the next data, an answer without any as well (RFC 9293, section 3.10.7.4), was sent after it. */
    private void moreWasSent(int length) {
        long now = host.now();
        if (isAsked && length == 0) {
            isAsked = false;
            voice.acknowledge();
            voice.back(Long.SIZE - Long.numberOfLeadingZeros((now - progressedAt) / RoundTrip.SHORTEST_TIMEOUT));
        }
        if (length > PathMtu.CAREFUL_SEGMENT) {
            missingSince = NEVER; // large ones come
        } else if (missingSince == NEVER) {
            missingSince = now;
        } else if (now - missingSince >= Math.max(VANISHING, missingSince - progressedAt)) { // else its next timeout may be to come
            missingSince = now;
            voice.vanishing();
        }
        if (!alarm.isSet() && questions == 0) {
            alarm.set(now + BETWEEN);
        }
    }

    /** What may not have reached it is that we have it: a question is not read for what it acknowledges (RFC 9293, section 3.10.7.4). */
    private void everythingHasCome() {
        isAsked = false;
        alarm.clear();
        voice.acknowledge();
    }

    private void ask() {
        if (!receiver.hasRoom()) {
            return; // it waits for us
        }
        isAsked = true;
        voice.ask();
        if (++questions < MOST_QUESTIONS) {
            alarm.set(host.now() + BETWEEN);
        }
    }

    void stop() {
        alarm.stop();
    }
}
