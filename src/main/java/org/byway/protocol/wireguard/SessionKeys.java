package org.byway.protocol.wireguard;

/** What a handshake gives: how each side calls the session, and a key for each direction; prints nothing of them. */
final class SessionKeys {
    private final int ourIndex;
    private final int theirIndex;
    private final byte[] sending;
    private final byte[] receiving;

    SessionKeys(int ourIndex, int theirIndex, byte[] sending, byte[] receiving) {
        this.ourIndex = ourIndex;
        this.theirIndex = theirIndex;
        this.sending = sending;
        this.receiving = receiving;
    }

    int ourIndex() {
        return ourIndex;
    }

    int theirIndex() {
        return theirIndex;
    }

    byte[] sending() {
        return sending;
    }

    byte[] receiving() {
        return receiving;
    }
}
