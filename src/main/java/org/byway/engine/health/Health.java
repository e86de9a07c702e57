package org.byway.engine.health;

import java.time.Instant;
import org.byway.net.Blame;
import org.byway.net.DialException;

/**
 * What is known about one upstream: a small state machine over what its dials, its streams and probes showed.
 *
 * @param before    what it was before it was suspected, and is again where the suspicion is withdrawn
 * @param doubt     what must be seen to work before it is trusted again
 * @param since     when the doubt arose: what began earlier does not end it
 * @param weight    of the failures since the last success
 * @param rests     that it had since it last worked for a while
 * @param restUntil before this moment a downed one is tried only when nothing better is left
 */
public record Health(HealthState state, HealthState before, Depth doubt, Instant since, int weight, int rests,
        Instant restUntil) {
    public static final Health UNKNOWN = new Health(HealthState.UNKNOWN, HealthState.UNKNOWN, Depth.OPENING,
            Instant.MIN, 0, 0,
            Instant.MIN);

    private static final int ITS_FAULT = 3;
    private static final int DOWN_AT = 2 * ITS_FAULT;

    /** As another run has left it. */
    public static Health remembered(HealthState state) {
        return new Health(state, HealthState.UNKNOWN, Depth.OPENING, Instant.MIN, 0, 0, Instant.MIN);
    }

    /** @param begun when that began which has now come so far */
    public Health succeeded(Depth shown, Instant begun) {
        return isWell() || (shown.includes(doubt) && !begun.isBefore(since))
                ? new Health(HealthState.ALIVE, HealthState.ALIVE, Depth.OPENING, Instant.MIN, 0, rests, Instant.MIN)
                : this;
    }

    /** A failure on the way to the server, where no destination has a part in it. */
    public Health failed(DialException why, Instant now, Rests howLong) {
        int sum = weight + weightOf(why);
        if (sum == weight) {
            return this;
        }
        Health doubted = doubted(Depth.OPENING, now);
        return sum >= DOWN_AT
                ? doubted.down(sum, now, howLong)
                : new Health(doubted.state, doubted.before, doubted.doubt, doubted.since, sum, rests, Instant.MIN);
    }

    /** Something does not look right; what it is will show. */
    public Health doubted(Depth about, Instant now) {
        return switch (state) {
            case ALIVE, UNKNOWN -> new Health(HealthState.SUSPECT, state, about, now, weight, rests, Instant.MIN);
            case SUSPECT, DOWN -> new Health(state, before, about.includes(doubt) ? about : doubt, now, weight, rests,
                    restUntil);
        };
    }

    /** What was held against it was another's fault. */
    public Health acquitted() {
        return state == HealthState.SUSPECT
                ? new Health(before, before, Depth.OPENING, Instant.MIN, 0, rests, Instant.MIN)
                : this;
    }

    /** A probe has shown that it does not work to this depth. */
    public Health judgedDown(Depth about, Instant now, Rests howLong) {
        return doubted(about, now).down(Math.max(weight, DOWN_AT), now, howLong);
    }

    /** It has worked again and again. */
    public Health settled() {
        return new Health(state, before, doubt, since, weight, 0, restUntil);
    }

    /** Works, or is not known to fail. */
    public boolean isWell() {
        return state == HealthState.ALIVE || state == HealthState.UNKNOWN;
    }

    public boolean isResting(Instant now) {
        return state == HealthState.DOWN && now.isBefore(restUntil);
    }

    private Health down(int sum, Instant now, Rests howLong) {
        return new Health(HealthState.DOWN, before, doubt, since, sum, rests + 1, now.plus(howLong.after(rests)));
    }

    /** Nothing but the upstream was spoken with, so a failure of unknown blame weighs whole. */
    private static int weightOf(DialException why) {
        return why.blame() == Blame.UPSTREAM || why.blame() == Blame.UNKNOWN ? ITS_FAULT : 0;
    }
}
