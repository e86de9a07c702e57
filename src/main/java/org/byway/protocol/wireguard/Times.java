package org.byway.protocol.wireguard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.byway.model.NumberRange;
import org.byway.model.endpoint.AmneziaOptions;

/**
 * The times of section 6.1, in nanoseconds, or what an AmneziaWG configuration has in their place, drawn anew each time.
 */
final class Times {
    static final long REKEY_AFTER_TIME = Duration.ofMinutes(2).toNanos();
    static final long REJECT_AFTER_TIME = Duration.ofMinutes(3).toNanos();
    static final long REKEY_TIMEOUT = Duration.ofSeconds(5).toNanos();
    static final long KEEPALIVE_TIMEOUT = Duration.ofSeconds(10).toNanos();
    /** Section 6.1: 90 s of attempts, one each 5 s. */
    static final int MAX_ATTEMPTS = 18;
    /** Section 6.4: "an additional amount of jitter is added, to prevent two peers from repeatedly initiating at once". */
    private static final long MAX_JITTER = Duration.ofMillis(333).toNanos();
    /** Section 6.3: "three times Reject-After-Time". */
    private static final int FORGET_AFTER_REJECTS = 3;

    private final AmneziaOptions.Timing timing;
    private final RandomGenerator random;

    Times(AmneziaOptions.Timing timing, RandomGenerator random) {
        this.timing = timing;
        this.random = random;
    }

    long rekeyAfter() {
        return drawn(timing.rekeyAfterTime(), REKEY_AFTER_TIME);
    }

    long rejectAfter() {
        return timing.rejectAfterTime().map(it -> TimeUnit.SECONDS.toNanos(it.to())).orElse(REJECT_AFTER_TIME);
    }

    /** Until an initiation is sent again, with its jitter. */
    long retry() {
        return rekeyTimeout() + jitter();
    }

    /** Between two initiations at the least. */
    long betweenInitiations() {
        return timing.rekeyTimeout().map(it -> TimeUnit.SECONDS.toNanos(it.from())).orElse(REKEY_TIMEOUT);
    }

    long keepaliveTimeout() {
        return drawn(timing.keepaliveTimeout(), KEEPALIVE_TIMEOUT);
    }

    /** Section 6.5: without a word for so long after something was sent, a new handshake is tried. */
    long unanswered() {
        return keepaliveTimeout() + rekeyTimeout() + jitter();
    }

    /** Section 6.2: a session that only receives is made anew so early that its answers still pass. */
    long rekeyWhenReceivingAfter() {
        return rejectAfter() - KEEPALIVE_TIMEOUT - REKEY_TIMEOUT;
    }

    long forgetAfter() {
        return FORGET_AFTER_REJECTS * rejectAfter();
    }

    int maxAttempts() {
        return timing.maxHandshakeAttempts().map(it -> (int) random.nextLong(it.from(), it.to() + 1))
                .orElse(MAX_ATTEMPTS);
    }

    long keepalive(NumberRange seconds) {
        return drawn(Optional.of(seconds), 0);
    }

    private long rekeyTimeout() {
        return drawn(timing.rekeyTimeout(), REKEY_TIMEOUT);
    }

    private long jitter() {
        return random.nextLong(MAX_JITTER + 1);
    }

    private long drawn(Optional<NumberRange> seconds, long usual) {
        return seconds.map(it -> random.nextLong(TimeUnit.SECONDS.toNanos(it.from()),
                TimeUnit.SECONDS.toNanos(it.to()) + 1)).orElse(usual);
    }
}
