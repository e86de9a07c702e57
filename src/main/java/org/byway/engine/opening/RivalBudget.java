package org.byway.engine.opening;

import java.util.concurrent.atomic.AtomicInteger;

/** Keeps rival dials to a tenth of all dials (FAILOVER: a token bucket); any thread. */
public final class RivalBudget {
    private static final int TENTHS = 10;
    private static final int AT_FIRST = 6 * TENTHS;
    /** What a minute of ten dials a second saves up. */
    private static final int MOST = 60 * TENTHS;

    private final AtomicInteger tenths = new AtomicInteger(AT_FIRST);

    /** A dial that is no rival saves a tenth of one. */
    void earn() {
        if (tenths.get() < MOST) {
            tenths.incrementAndGet();
        }
    }

    /** True where a rival may be dialled, which is then paid. */
    boolean spend() {
        return tenths.getAndUpdate(left -> left >= TENTHS ? left - TENTHS : left) >= TENTHS;
    }
}
