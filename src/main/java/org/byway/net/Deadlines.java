package org.byway.net;

import java.time.Duration;

/**
 * How long silence is borne.
 *
 * @param connect   for one address of a server to answer at all
 * @param handshake for one protocol's opening, from the first byte sent to ready
 * @param flow      for a local program's whole request, every other try included
 * @param request   for a local program to say what it wants
 */
public record Deadlines(Duration connect, Duration handshake, Duration flow, Duration request) {
    /** A lost first packet is sent again after 1 s and 3 s, so 4 s bears two losses. */
    public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(4), Duration.ofSeconds(5),
            Duration.ofSeconds(15), Duration.ofSeconds(10));
}
