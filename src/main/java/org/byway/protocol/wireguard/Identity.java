package org.byway.protocol.wireguard;

import java.security.GeneralSecurityException;
import org.byway.crypto.X25519;

/** Our own long-lived key, and what is made of it once; prints nothing of it. */
final class Identity {
    private final byte[] privateKey;
    private final byte[] publicKey;
    private final byte[] macKey;

    Identity(byte[] privateKey) {
        this.privateKey = privateKey;
        this.publicKey = X25519.publicKey(privateKey);
        this.macKey = Macs.key(publicKey);
    }

    byte[] publicKey() {
        return publicKey;
    }

    /** Whether whoever made this message knows our public key. */
    boolean isAddressed(byte[] message) {
        return Macs.isFor(macKey, message);
    }

    /** @throws GeneralSecurityException where it was not made for our key */
    ReceivedInitiation read(byte[] initiation) throws GeneralSecurityException {
        return ReceivedInitiation.read(privateKey, publicKey, initiation);
    }
}
