package org.byway.inbound;

import java.time.Duration;
import org.byway.net.FlowHandler;

/**
 * How a program is received that connects now.
 *
 * @param deadline for saying what it wants
 * @param isFull   whether it is turned away, in its own protocol, whatever it wants
 */
record Reception(FlowHandler flows, ProxyLogin login, Duration deadline, RateLimitedLog log, boolean isFull) {}
