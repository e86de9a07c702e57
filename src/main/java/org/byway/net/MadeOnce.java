package org.byway.net;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first needed and then kept. Where making it fails, the next who asks tries again: what was
 * missing may have been a file descriptor. Any thread may ask, and waits.
 */
public final class MadeOnce<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public MadeOnce(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T kept = made;
        if (kept == null) {
            kept = maker.get();
            made = kept;
        }
        return kept;
    }

    /** The value, where it was made. */
    public synchronized Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
