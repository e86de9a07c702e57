package org.byway.faulty;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.byway.model.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * A real server on the loopback whose {@link Temper} is changed while traffic flows. Its connections to destinations come from
 * its own address, so that a destination can tell who went round it.
 */
public abstract class FaultyServer implements AutoCloseable {
    private @Nullable Thread flapping;

    public abstract HostPort address();

    /** The line of a list that names it. */
    public abstract String link();

    /** How many connections it was asked for so far. */
    public abstract long accepted();

    /** For connections that come from now on, on this thread, which holds the lock. */
    abstract void change(Temper next) throws IOException;

    /** For those that stand, after {@link #change}. */
    abstract void changeStanding(Temper next);

    /** For connections that come from now on. */
    public final synchronized void become(Temper next) throws IOException {
        endFlapping();
        if (next instanceof Temper.Flapping flaps) {
            flapping = Thread.ofVirtual().name("flapping").start(() -> flap(flaps));
        } else {
            change(next);
        }
    }

    /** For standing connections too, as far as the temper means anything to them. */
    public final synchronized void strike(Temper next) throws IOException {
        become(next);
        if (!(next instanceof Temper.Flapping)) {
            changeStanding(next);
        }
    }

    private void flap(Temper.Flapping flaps) {
        try {
            boolean isIll = true;
            while (hasFlapped(isIll ? flaps.ill() : Temper.HEALTHY)) {
                isIll = !isIll;
                TimeUnit.NANOSECONDS.sleep(flaps.every().toNanos());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private synchronized boolean hasFlapped(Temper next) throws IOException {
        if (!Thread.currentThread().equals(flapping)) {
            return false;
        }
        change(next);
        changeStanding(next);
        return true;
    }

    private void endFlapping() {
        if (flapping != null) {
            flapping.interrupt();
            flapping = null;
        }
    }

    /** Nobody listens any more, and what is open is cut. */
    @Override
    public abstract void close() throws IOException;
}
