package org.byway.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;

/**
 * The symmetric state of a Noise handshake with BLAKE2s and ChaCha20-Poly1305 (The Noise Protocol Framework, section 5.2).
 * The nonce of its cipher is always zero: in the patterns that are used here every message has a key of its own.
 */
public final class NoiseState {
    private static final byte[] ZERO_NONCE = new byte[ChaCha20Poly1305.NONCE_BYTES];
    private static final byte[] NOTHING = new byte[0];

    private byte[] chainingKey;
    private byte[] hash;
    private byte[] key = NOTHING;

    private NoiseState(byte[] chainingKey, byte[] hash) {
        this.chainingKey = chainingKey;
        this.hash = hash;
    }

    /** InitializeSymmetric with a protocol's name that is longer than a hash, then MixHash of the prologue. */
    public static NoiseState start(byte[] protocolName, byte[] prologue) {
        byte[] name = Blake2s.hash(protocolName);
        NoiseState state = new NoiseState(name, name);
        state.mixHash(prologue);
        return state;
    }

    /** The same state, which goes its own way from here. */
    public NoiseState copy() {
        NoiseState copy = new NoiseState(chainingKey, hash);
        copy.key = key;
        return copy;
    }

    /** {@code h = HASH(h || data)}. */
    public void mixHash(byte[] bytes) {
        hash = Blake2s.hash(hash, bytes);
    }

    /** {@code ck, k = HKDF(ck, material, 2)}. */
    public void mixKey(byte[] material) {
        byte[][] keys = hkdf(chainingKey, material, 2);
        chainingKey = keys[0];
        key = keys[1];
    }

    /** The token "e": patterns with a preshared key mix the public key into both (section 9.2). */
    public void mixEphemeral(byte[] publicKey) {
        mixHash(publicKey);
        mixKey(publicKey);
    }

    /** @throws InvalidKeyException where the two keys share nothing */
    public void mixAgreement(byte[] privateKey, byte[] publicKey) throws InvalidKeyException {
        mixKey(X25519.agree(privateKey, publicKey));
    }

    /** {@code ck, temp_h, k = HKDF(ck, psk, 3)}, then MixHash of temp_h. */
    public void mixKeyAndHash(byte[] presharedKey) {
        byte[][] keys = hkdf(chainingKey, presharedKey, 3);
        chainingKey = keys[0];
        mixHash(keys[1]);
        key = keys[2];
    }

    public byte[] encryptAndHash(byte[] plain) {
        byte[] sealed = ChaCha20Poly1305.seal(key, ZERO_NONCE, plain, hash);
        mixHash(sealed);
        return sealed;
    }

    /** @throws GeneralSecurityException where the other side has sealed this with another state */
    public byte[] decryptAndHash(byte[] sealed) throws GeneralSecurityException {
        byte[] plain = ChaCha20Poly1305.open(key, ZERO_NONCE, sealed, hash);
        mixHash(sealed);
        return plain;
    }

    /** Two keys, one for each direction; the initiator sends with the first. */
    public byte[][] split() {
        return hkdf(chainingKey, NOTHING, 2);
    }

    /** Section 4.3. */
    static byte[][] hkdf(byte[] chainingKey, byte[] material, int outputs) {
        byte[] temporary = Blake2s.hmac(chainingKey, material);
        byte[][] keys = new byte[outputs][];
        byte[] before = NOTHING;
        for (int i = 0; i < outputs; i++) {
            keys[i] = Blake2s.hmac(temporary, before, new byte[]{(byte) (i + 1)});
            before = keys[i];
        }
        return keys;
    }
}
