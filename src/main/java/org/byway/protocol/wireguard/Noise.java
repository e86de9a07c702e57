package org.byway.protocol.wireguard;

import java.nio.charset.StandardCharsets;
import org.byway.crypto.NoiseState;

/** Where both handshakes begin (section 5.4). */
final class Noise {
    private static final byte[] CONSTRUCTION = "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s".getBytes(StandardCharsets.UTF_8);
    private static final byte[] IDENTIFIER = "WireGuard v1 zx2c4 Jason@zx2c4.com".getBytes(StandardCharsets.UTF_8);

    private Noise() {}

    /** {@code Ci := Hash(Construction)}, {@code Hi := Hash(Hash(Ci || Identifier) || Spub)}. */
    static NoiseState towards(byte[] responderPublic) {
        NoiseState state = NoiseState.start(CONSTRUCTION, IDENTIFIER);
        state.mixHash(responderPublic);
        return state;
    }
}
