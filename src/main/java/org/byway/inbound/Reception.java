package org.byway.inbound;

import java.time.Duration;
import org.byway.net.FlowHandler;
import org.byway.net.Outbound;

/**
 * How a program is received that connects now.
 *
 * @param deadline for saying what it wants
 * @param isFull   whether it is turned away, in its own protocol, whatever it wants
 */
record Reception(Outbound outbound, ProxyLogin login, Duration deadline, RateLimitedLog log, boolean isFull) {
    FlowHandler flows() {
        return outbound.flows();
    }

    /** The same for those who are too many. */
    Reception full() {
        return new Reception(outbound, login, deadline, log, true);
    }
}
