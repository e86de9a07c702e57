package org.byway.netstack.udp;

import org.byway.model.Destination;

/** The event that a packet's destination has nobody at that port, or is not there; a hint that anybody on the way can forge. */
public record PeerUnreachable(Destination peer) {
    /** Without the peer, which is a destination of the person. */
    @Override
    public String toString() {
        return "a peer is unreachable";
    }
}
