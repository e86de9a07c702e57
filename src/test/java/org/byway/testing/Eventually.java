package org.byway.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what real sockets bring about in their own time, and only for as long as that takes. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Eventually() {}

    public static void eventually(String what, BooleanSupplier isSo) {
        eventually(PATIENCE, () -> what, isSo);
    }

    /** With other patience, for what has to move much; {@code what} says how far it got. */
    public static void eventually(Duration patience, Supplier<String> what, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never: " + what.get());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
