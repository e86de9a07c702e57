package org.byway.inbound;

import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what local programs did wrong, each in one line; in a flood only how many there were. Any thread. */
final class RateLimitedLog {
    static final int MOST_LINES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(MixedInbound.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Ticker ticker;
    private long secondBegan;
    private int lines;
    private long unsaid;

    RateLimitedLog(Ticker ticker) {
        this.ticker = ticker;
        secondBegan = ticker.nanoTime();
    }

    /** @param why without any destination */
    void closing(String why) {
        say("closing a local connection: " + why);
    }

    void cannotAccept(Throwable why) {
        say("no local connection can be taken for the moment: " + why.getMessage());
    }

    private synchronized void say(String line) {
        long now = ticker.nanoTime();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            lines = 0;
        }
        if (lines == MOST_LINES) {
            unsaid++;
            return;
        }
        if (unsaid > 0) {
            LOG.info("{} more lines like these were left out", unsaid);
            unsaid = 0;
        }
        lines++;
        LOG.info("{}", line);
    }
}
