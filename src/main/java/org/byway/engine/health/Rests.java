package org.byway.engine.health;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a downed upstream is left alone: doubling, and up to a quarter longer by chance. */
public record Rests(RandomGenerator random) {
    public static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 10;

    /** @param before how many rests it had since it last worked for a while */
    Duration after(int before) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        Duration rest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return rest.plusMillis(random.nextLong(rest.toMillis() / 4));
    }
}
