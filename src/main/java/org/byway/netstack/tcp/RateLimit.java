package org.byway.netstack.tcp;

import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;

/** So many a second and no more, of answers that a stranger can provoke (RFC 5961, section 7). */
public final class RateLimit {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Ticker ticker;
    private final int perSecond;
    private long second;
    private int left;

    public RateLimit(Ticker ticker, int perSecond) {
        this.ticker = ticker;
        this.perSecond = perSecond;
        this.second = ticker.nanoTime();
        this.left = perSecond;
    }

    public boolean permits() {
        long now = ticker.nanoTime();
        if (now - second >= SECOND) {
            second = now;
            left = perSecond;
        }
        return left-- > 0;
    }
}
