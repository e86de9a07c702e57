package org.byway.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.byway.model.EndpointId;
import org.byway.model.network.RememberedEndpoint;

/**
 * What a connection through one upstream is likely to cost, from how often it works and how soon the first byte comes; what
 * was seen long ago weighs little.
 *
 * @param good the weight of what worked
 * @param bad  the weight of what did not
 * @param at   when the weights were last brought up to date
 */
public record Score(Decay decay, Mean opening, Mean answering, double good, double bad, Instant at) {
    /** What a program loses by a connection that has to be begun again. */
    private static final Duration COST_OF_FAILURE = Duration.ofSeconds(5);

    /** So many latest results decide, however many there were before. */
    private static final double MOST_WEIGHT = 15;

    private static final double HUNDREDTHS = 100;

    public static Score none(Decay decay) {
        return new Score(decay, Mean.NONE, Mean.NONE, 0, 0, Instant.EPOCH);
    }

    /** As another run has left it, and as old as it is. */
    public static Score of(RememberedEndpoint one, Decay decay, Instant seen) {
        return new Score(decay, Mean.of(one.opening()), Mean.of(one.answering()), one.good() / HUNDREDTHS,
                one.bad() / HUNDREDTHS, seen);
    }

    public RememberedEndpoint remembered(EndpointId id, boolean hasWorked, Instant seen) {
        return new RememberedEndpoint(id, hasWorked, opening.duration(), answering.duration(),
                Math.round(good * HUNDREDTHS), Math.round(bad * HUNDREDTHS), seen.getEpochSecond());
    }

    public boolean isNone() {
        return good == 0 && bad == 0;
    }

    public Score opened(Duration took, Instant now) {
        Score aged = aged(now);
        return new Score(decay, aged.opening.with(took), aged.answering, aged.good + 1, aged.bad, now);
    }

    public Score answered(Duration took, Instant now) {
        Score aged = aged(now);
        return new Score(decay, aged.opening, aged.answering.with(took), aged.good + 1, aged.bad, now);
    }

    /** @param weight 1 where the fault is certainly its own */
    public Score failed(double weight, Instant now) {
        Score aged = aged(now);
        return new Score(decay, aged.opening, aged.answering, aged.good, aged.bad + weight, now);
    }

    /** Absent where nothing has come through yet. */
    public Optional<Duration> cost(Instant now) {
        if (opening.isNone() && answering.isNone()) {
            return Optional.empty();
        }
        Score aged = aged(now);
        double failing = aged.bad / (aged.good + aged.bad + 1);
        return Optional.of(firstByte().plusNanos((long) (COST_OF_FAILURE.toNanos() * failing)));
    }

    /** Opening and answering, as far as they were seen. */
    private Duration firstByte() {
        return Duration.ofNanos((long) (opening.nanos() + answering.nanos()));
    }

    private Score aged(Instant now) {
        double left = decay.left(at, now);
        double most = Math.min(1, MOST_WEIGHT / Math.max(1, (good + bad) * left));
        return new Score(decay, opening.aged(left), answering.aged(left), good * left * most, bad * left * most, now);
    }

    /** A mean in which the latest weighs at least a quarter. */
    record Mean(double nanos, double weight) {
        static final Mean NONE = new Mean(0, 0);

        /** RFC 6298, section 2, weighs a new round trip an eighth; a dial is rarer. */
        private static final double MOST_WEIGHT = 3;

        static Mean of(Optional<Duration> usual) {
            return usual.map(it -> new Mean(it.toNanos(), 1)).orElse(NONE);
        }

        Optional<Duration> duration() {
            return isNone() ? Optional.empty() : Optional.of(Duration.ofNanos((long) nanos));
        }

        boolean isNone() {
            return weight == 0;
        }

        Mean with(Duration latest) {
            double past = Math.min(weight, MOST_WEIGHT);
            return new Mean((nanos * past + latest.toNanos()) / (past + 1), past + 1);
        }

        Mean aged(double left) {
            return new Mean(nanos, weight * left);
        }
    }
}
