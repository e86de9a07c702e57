package org.byway.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets one upstream after the other die and come back; at any time all but one live. */
final class Deaths {
    /** For what a death brings about to be over. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private final List<MortalUpstream> upstreams;
    private final Duration every;
    private volatile long over = System.nanoTime() - 1;

    Deaths(List<MortalUpstream> upstreams, Duration every) {
        this.upstreams = upstreams;
        this.every = every;
    }

    /** Whether a stream that was begun then may have been cut by a death. */
    boolean explain(long begun) {
        return begun - over < 0;
    }

    /** Ends when it is interrupted, with every upstream alive. */
    void happen() {
        try {
            for (int i = 0;; i++) {
                TimeUnit.NANOSECONDS.sleep(every.toNanos());
                MortalUpstream dying = upstreams.get(i % upstreams.size());
                over = Long.MAX_VALUE / 2 + System.nanoTime();
                dying.die();
                try {
                    TimeUnit.NANOSECONDS.sleep(every.toNanos() / 4);
                } finally {
                    dying.comeBack();
                    over = System.nanoTime() + AFTERMATH.toNanos();
                }
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }
}
