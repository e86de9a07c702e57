package org.byway.net;

/**
 * Fired as a user event into a channel of {@link Packet}s by a reader that can tell by itself who sent each: from then on it
 * hears senders that nobody wrote to as well, each as the address it has.
 */
public enum RoamingPeers {
    EXPECTED
}
