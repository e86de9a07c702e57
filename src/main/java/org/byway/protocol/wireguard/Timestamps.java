package org.byway.protocol.wireguard;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The times of our initiations as TAI64N (section 5.1): each later than the one before, whatever the clock does, since a
 * peer takes no earlier one. Rounded down to 16 ms, so that they tell little of the clock.
 */
final class Timestamps {
    static final int BYTES = 12;

    /** The label of 1970 began ten seconds late. */
    private static final long EPOCH = 0x4000_0000_0000_000aL;
    private static final long STEP_NANOS = 16_777_216;

    private final InstantSource clock;
    private Instant last = Instant.MIN;

    Timestamps(InstantSource clock) {
        this.clock = clock;
    }

    byte[] next() {
        Instant now = clock.instant();
        Instant rounded = Instant.ofEpochSecond(now.getEpochSecond(), now.getNano() - now.getNano() % STEP_NANOS);
        last = rounded.isAfter(last) ? rounded : last.plusNanos(STEP_NANOS);
        return bytes(last);
    }

    static byte[] bytes(Instant time) {
        return ByteBuffer.allocate(BYTES).putLong(EPOCH + time.getEpochSecond()).putInt(time.getNano()).array();
    }
}
