package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import org.byway.crypto.X25519;
import org.jspecify.annotations.Nullable;

/**
 * One peer of a tunnel: its sessions, its handshakes, and the packets that wait for one. The rules of sections 6.1 to 6.6,
 * driven by messages and by {@link #tick}; knows no socket. On the tunnel's loop.
 */
final class Peer {
    /** Section 6: a flood of initiations costs at most 50 answers a second. */
    private static final long BETWEEN_ANSWERS = 20_000_000;

    private final Keys keys;
    private final Macs macs;
    private final Outside outside;
    private final Makings with;
    private final PeerTimers timers;
    private final StagedPackets staged = new StagedPackets();
    private final Sessions sessions;
    private @Nullable Initiation initiation;
    private byte[] newestTimestamp = new byte[Timestamps.BYTES];
    private long lastInitiation;
    private boolean hasInitiated;
    private long lastAnswer;
    private boolean hasAnswered;
    private int failures;

    /** What all peers of a tunnel are made with. */
    record Makings(Disguise disguise, Times times, Timestamps timestamps, Indices indices, TransportWriter writer) {}

    /** What a peer asks of its tunnel. */
    interface Outside {
        /** Sends a datagram to where the peer is, and takes it over. */
        void send(ByteBuf datagram);

        /** A session is there to send with. */
        void established();

        /** So many initiations in a row have had no answer. */
        void unanswered(int initiations);

        /** Something has come that only the peer could say. */
        void heard();

        /** Whether anybody wants something of the tunnel now. */
        boolean isWanted();

        /** No session and no answer, or nobody who waits for one: what waited for one is lost. */
        void gaveUp();
    }

    Peer(Keys keys, PeerTimers timers, Makings with, Outside outside) {
        this.keys = keys;
        this.macs = new Macs(keys);
        this.timers = timers;
        this.with = with;
        this.outside = outside;
        this.sessions = new Sessions(this, with.indices());
    }

    Keys keys() {
        return keys;
    }

    /** Whether something can be sent now without a handshake. */
    boolean isUp(long now) {
        Session current = sessions.current();
        return current != null && isUsable(current, now);
    }

    /** Whether anything has come from it since then. */
    boolean hasHeardSince(long time) {
        return timers.hasHeardSince(time);
    }

    private boolean isUsable(Session session, long now) {
        return session.age(now) < with.times().rejectAfter() && session.sent() < Session.REJECT_AFTER_MESSAGES;
    }

    /** Takes an IP packet over; it waits where there is no session yet. */
    void send(ByteBuf packet, long now) {
        Session current = sessions.current();
        if (current == null || !isUsable(current, now)) {
            staged.add(packet);
            initiate(now);
        } else {
            transmit(current, packet, now);
        }
    }

    private void transmit(Session session, ByteBuf packet, long now) {
        outside.send(with.writer().write(session, packet));
        timers.dataSent(now);
        traversed(now);
        rekeyWhenSending(session, now);
    }

    /** Section 6.2: by the side that began, when it sends with keys that are old or much used. */
    private void rekeyWhenSending(Session session, long now) {
        boolean isOld = session.isOurs() && session.age(now) > timers.rekeyAfter();
        if (isOld || session.sent() > Session.REKEY_AFTER_MESSAGES) {
            initiate(now);
        }
    }

    private void traversed(long now) {
        timers.authenticatedSent(now);
    }

    /** An empty message: what proves that we are there (section 6.5). */
    private void sendKeepalive(long now) {
        Session current = sessions.current();
        if (current != null && isUsable(current, now)) {
            outside.send(with.writer().writeEmpty(current));
            traversed(now);
            rekeyWhenSending(current, now);
        } else {
            initiate(now);
        }
    }

    /** Begins a handshake, unless one has begun within the last five seconds. */
    void initiate(long now) {
        if (!isTooSoon(now)) {
            timers.beginAttempts();
            sendInitiation(now);
        }
    }

    private boolean isTooSoon(long now) {
        return hasInitiated && now - lastInitiation < with.times().betweenInitiations();
    }

    private void sendInitiation(long now) {
        forgetInitiation();
        hasInitiated = true;
        lastInitiation = now;
        try {
            Initiation begun = Initiation.begin(keys, with.disguise().header(MessageKind.INITIATION),
                    with.indices().take(this), X25519.randomPrivateKey(), with.timestamps().next());
            initiation = begun;
            byte[] message = begun.message();
            macs.seal(message, now);
            with.disguise().before().forEach(outside::send);
            outside.send(with.disguise().dress(MessageKind.INITIATION, message));
            traversed(now);
        } catch (InvalidKeyException never) {
            // a public key of small order: nobody answers to it, which the deadline shows
        }
        timers.initiated(now);
    }

    private void forgetInitiation() {
        if (initiation != null) {
            with.indices().free(initiation.index());
            initiation = null;
        }
    }

    /** A response to our initiation; false where it is none. */
    boolean response(byte[] message, long now) {
        Initiation begun = initiation;
        if (begun == null || !macs.isForUs(message)) {
            return false;
        }
        try {
            sessions.begun(new Session(begun.finish(message), true, now));
        } catch (GeneralSecurityException notTheirs) {
            return false;
        }
        initiation = null;
        heard(now);
        completed(now);
        if (staged.isEmpty()) {
            sendKeepalive(now);
        } else {
            sendStaged(now);
        }
        return true;
    }

    private void heard(long now) {
        timers.authenticatedReceived(now);
        outside.heard();
    }

    private void completed(long now) {
        failures = 0;
        timers.completed(now);
        outside.established();
    }

    private void sendStaged(long now) {
        Session current = sessions.current();
        for (ByteBuf packet = staged.poll(); packet != null && current != null; packet = staged.poll()) {
            transmit(current, packet, now);
        }
    }

    /** An initiation of theirs, whose sender is known by now; false where it is older than another or too soon. */
    boolean initiated(ReceivedInitiation theirs, long now) {
        if (hasAnswered && now - lastAnswer < BETWEEN_ANSWERS) {
            return false;
        }
        try {
            byte[] timestamp = theirs.timestamp(keys);
            if (Arrays.compareUnsigned(timestamp, newestTimestamp) <= 0) {
                return false;
            }
            ReceivedInitiation.Answer answer = theirs.answer(keys, with.disguise().header(MessageKind.RESPONSE),
                    with.indices().take(this), X25519.randomPrivateKey());
            newestTimestamp = timestamp;
            hasAnswered = true;
            lastAnswer = now;
            sessions.answered(new Session(answer.keys(), false, now));
            heard(now);
            timers.derived(now);
            macs.seal(answer.message(), now);
            outside.send(with.disguise().dress(MessageKind.RESPONSE, answer.message()));
            traversed(now);
            return true;
        } catch (GeneralSecurityException notTheirs) {
            return false;
        }
    }

    /** A cookie of theirs: goes into the next initiation, whose time comes by itself. */
    void cookie(byte[] message, long now) {
        if (!with.disguise().hasNoCookies()) {
            macs.take(message, now);
        }
    }

    /**
     * The session that a transport message names; null where it has none or one that is too old.
     */
    @Nullable
    Session receivingWith(int index, long now) {
        Session session = sessions.find(index);
        return session == null || session.age(now) >= with.times().rejectAfter() ? null : session;
    }

    /** A transport message was opened with this session; {@code isKeepalive} where nothing was in it. */
    void received(Session session, boolean isKeepalive, long now) {
        heard(now);
        if (sessions.confirm(session)) {
            completed(now);
            sendStaged(now);
        }
        if (!isKeepalive) {
            timers.dataReceived(now);
        }
        boolean isOld = session.isOurs() && session.age(now) > with.times().rekeyWhenReceivingAfter();
        if (isOld && session == sessions.current() && timers.mayRekeyWhenReceiving()) {
            initiate(now);
        }
    }

    /** Does what is due. */
    void tick(long now) {
        if (timers.isRetryDue(now)) {
            retry(now);
        }
        if (timers.isKeepaliveDue(now)) {
            sendKeepalive(now);
        }
        if (timers.isUnansweredDue(now)) {
            initiate(now);
        }
        if (timers.isPersistentDue(now) && outside.isWanted()) {
            sendKeepalive(now);
        }
        if (timers.isForgettingDue(now)) {
            forget();
        }
    }

    /** Section 6.4; but a server that does not answer, and of which nobody wants anything more, is left in peace. */
    private void retry(long now) {
        failures++;
        outside.unanswered(failures);
        if (timers.mayTryAgain() && outside.isWanted()) {
            sendInitiation(now);
        } else {
            timers.gaveUp(now);
            forgetInitiation();
            staged.clear();
            outside.gaveUp();
        }
    }

    /** The earliest time at which something is due; {@code Long.MAX_VALUE} where nothing is. */
    long due(long now) {
        return timers.due(now);
    }

    /** Keys, handshakes and packets that wait: nothing of them is left. */
    void forget() {
        forgetInitiation();
        sessions.clear();
        staged.clear();
    }
}
