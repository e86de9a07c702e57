package org.byway.engine.health;

import java.time.Duration;
import java.time.Instant;

/** Good results without a bad one between; those of one moment count once, so that a server which flaps has none. */
public final class Streak {
    private static final Duration APART = Duration.ofSeconds(5);
    private static final int LONG = 3;

    private int count;
    private Instant latest = Instant.MIN;

    public void worked(Instant now) {
        if (count == 0 || !now.isBefore(latest.plus(APART))) {
            count = Math.min(count + 1, LONG);
            latest = now;
        }
    }

    public void broken() {
        count = 0;
    }

    public boolean isLong() {
        return count >= LONG;
    }
}
