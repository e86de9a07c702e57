package org.byway.protocol.wireguard;

import java.util.Optional;
import org.byway.model.NumberRange;

/** When something of a peer is due (sections 6.2 to 6.5), in nanoseconds of the loop's ticker. On the tunnel's loop. */
final class PeerTimers {
    private static final long NEVER = Long.MAX_VALUE;

    private final Times times;
    private final Optional<NumberRange> persistentSeconds;
    private final Alarm retry = new Alarm();
    private final Alarm keepalive = new Alarm();
    private final Alarm unanswered = new Alarm();
    private final Alarm persistent = new Alarm();
    private final Alarm forgetting = new Alarm();
    private boolean isKeepaliveWantedAgain;
    private boolean hasRekeyedWhenReceiving;
    private long heardAt;
    private boolean hasHeard;
    private int attempts;
    private int maxAttempts = Times.MAX_ATTEMPTS;
    private long rekeyAfter;

    PeerTimers(Times times, Optional<NumberRange> persistentSeconds) {
        this.times = times;
        this.persistentSeconds = persistentSeconds;
        this.rekeyAfter = times.rekeyAfter();
    }

    /** One time at which something is due. */
    private static final class Alarm {
        private boolean isSet;
        private long at;

        void set(long time) {
            isSet = true;
            at = time;
        }

        void clear() {
            isSet = false;
        }

        boolean isDue(long now) {
            return isSet && now - at >= 0;
        }

        long left(long now) {
            return isSet ? Math.max(0, at - now) : NEVER;
        }

        /** Whether it is due; then it is not any more. */
        boolean take(long now) {
            boolean isDue = isDue(now);
            isSet &= !isDue;
            return isDue;
        }
    }

    void dataSent(long now) {
        if (!unanswered.isSet) {
            unanswered.set(now + times.unanswered());
        }
    }

    void dataReceived(long now) {
        if (keepalive.isSet) {
            isKeepaliveWantedAgain = true;
        } else {
            keepalive.set(now + times.keepaliveTimeout());
        }
    }

    void authenticatedSent(long now) {
        keepalive.clear();
        traversed(now);
    }

    void authenticatedReceived(long now) {
        heardAt = now;
        hasHeard = true;
        unanswered.clear();
        traversed(now);
    }

    private void traversed(long now) {
        persistentSeconds.ifPresent(it -> persistent.set(now + times.keepalive(it)));
    }

    void beginAttempts() {
        attempts = 0;
        maxAttempts = times.maxAttempts();
    }

    void initiated(long now) {
        attempts++;
        retry.set(now + times.retry());
    }

    /** A session is there. */
    void completed(long now) {
        retry.clear();
        attempts = 0;
        hasRekeyedWhenReceiving = false;
        rekeyAfter = times.rekeyAfter();
        derived(now);
    }

    /** Keys were made that have to be forgotten one day. */
    void derived(long now) {
        forgetting.set(now + times.forgetAfter());
    }

    void gaveUp(long now) {
        keepalive.clear();
        if (!forgetting.isSet) {
            derived(now);
        }
    }

    boolean mayTryAgain() {
        return attempts < maxAttempts;
    }

    /** Once for each session. */
    boolean mayRekeyWhenReceiving() {
        boolean may = !hasRekeyedWhenReceiving;
        hasRekeyedWhenReceiving = true;
        return may;
    }

    long rekeyAfter() {
        return rekeyAfter;
    }

    /** Whether anything has come from the peer since then. */
    boolean hasHeardSince(long time) {
        return hasHeard && heardAt - time >= 0;
    }

    boolean isRetryDue(long now) {
        return retry.take(now);
    }

    boolean isKeepaliveDue(long now) {
        boolean isDue = keepalive.take(now);
        if (isDue && isKeepaliveWantedAgain) {
            isKeepaliveWantedAgain = false;
            keepalive.set(now + times.keepaliveTimeout());
        }
        return isDue;
    }

    boolean isUnansweredDue(long now) {
        return unanswered.take(now);
    }

    boolean isPersistentDue(long now) {
        return persistent.take(now);
    }

    boolean isForgettingDue(long now) {
        return forgetting.take(now);
    }

    /** How long until something is due; {@code Long.MAX_VALUE} where nothing is. */
    long due(long now) {
        long first = Math.min(retry.left(now), Math.min(keepalive.left(now), unanswered.left(now)));
        return Math.min(first, Math.min(persistent.left(now), forgetting.left(now)));
    }
}
