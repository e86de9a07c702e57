package org.byway.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How what was seen loses weight: half of it in each half-life. */
public record Decay(Duration halfLife) {
    private static final double JITTER = 0.25;

    /** Not the same in every profile, so that many do not come back to a server in one moment. */
    public static Decay about(Duration halfLife, RandomGenerator random) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return new Decay(Duration.ofNanos((long) (halfLife.toNanos() * factor)));
    }

    /** From 1 for what was seen now, towards 0. */
    public double left(Instant seen, Instant now) {
        double age = Math.max(0, Duration.between(seen, now).toMillis());
        return Math.pow(0.5, age / halfLife.toMillis());
    }
}
