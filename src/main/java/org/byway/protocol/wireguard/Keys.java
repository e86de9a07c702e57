package org.byway.protocol.wireguard;

import java.util.Optional;
import org.byway.crypto.X25519;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardKey;
import org.byway.model.endpoint.WireGuardPeer;

/** The long-lived keys between us and one peer; prints nothing of them. */
final class Keys {
    private static final byte[] NO_PRESHARED_KEY = new byte[X25519.KEY_BYTES];

    private final byte[] ourPrivate;
    private final byte[] ourPublic;
    private final byte[] theirPublic;
    private final byte[] preshared;

    Keys(byte[] ourPrivate, byte[] theirPublic, Optional<byte[]> preshared) {
        this.ourPrivate = ourPrivate;
        this.ourPublic = X25519.publicKey(ourPrivate);
        this.theirPublic = theirPublic;
        this.preshared = preshared.orElse(NO_PRESHARED_KEY);
    }

    static Keys of(WireGuardEndpoint endpoint, WireGuardPeer peer) {
        return new Keys(WireGuardKey.bytes(endpoint.privateKey().reveal()), WireGuardKey.bytes(peer.publicKey()),
                peer.presharedKey().map(it -> WireGuardKey.bytes(it.reveal())));
    }

    byte[] ourPrivate() {
        return ourPrivate;
    }

    byte[] ourPublic() {
        return ourPublic;
    }

    byte[] theirPublic() {
        return theirPublic;
    }

    byte[] preshared() {
        return preshared;
    }
}
