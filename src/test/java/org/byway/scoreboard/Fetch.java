package org.byway.scoreboard;

import java.time.Duration;

/**
 * One page that a program asked for and what became of it, in the nanoseconds of one clock.
 *
 * @param answered when the site's handshake had come, which no forwarder can have said again; 0 where it never did
 * @param failure  why it did not come whole; empty where it did
 */
record Fetch(long begun, long answered, long ended, String failure) {
    boolean isWhole() {
        return failure.isEmpty();
    }

    Duration took() {
        return Duration.ofNanos(ended - begun);
    }

    boolean hadBytesAt(long moment) {
        return answered != 0 && answered - moment < 0;
    }
}
