package org.byway.fetch;

import java.time.Duration;

/**
 * How deep a probe looks, and how long.
 *
 * @param overall     for one target, from the first dial to the last byte
 * @param stall       a body that stands still so long will not go on; an answer, and each step before it, may take three times this
 * @param enoughBytes of the body; none for a sign of life, which is "connected" where the upstream confirms, otherwise the first byte
 * @param isTwofold   two unrelated targets are asked at once, so that a failure is a verdict
 */
public record ProbeLimits(Duration overall, Duration stall, int enoughBytes, boolean isTwofold) {
    private static final Duration LONGEST_STALL = Duration.ofSeconds(5);

    /** Up to as many bytes as filters do not let pass; one target after the other. */
    static ProbeLimits whole(Duration overall) {
        Duration half = overall.dividedBy(2);
        return new ProbeLimits(overall, half.compareTo(LONGEST_STALL) < 0 ? half : LONGEST_STALL, Probe.ENOUGH_BYTES,
                false);
    }

    /** Whether something answers at all. */
    public static ProbeLimits signOfLife(Duration overall) {
        return new ProbeLimits(overall, overall, 0, false);
    }

    /** As many bytes as filters do not let pass, soon and for certain. */
    public static ProbeLimits verdict(Duration overall, Duration stall) {
        return new ProbeLimits(overall, stall, Probe.ENOUGH_BYTES, true);
    }
}
