package org.byway.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** The function X25519 (RFC 7748, section 5) over keys of 32 bytes, by the JDK. */
public final class X25519 {
    public static final int KEY_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] BASE_POINT = new byte[KEY_BYTES];

    static {
        BASE_POINT[0] = 9;
    }

    private X25519() {}

    /** A new private key, clamped. */
    public static byte[] randomPrivateKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        key[0] &= (byte) 248;
        key[KEY_BYTES - 1] = (byte) ((key[KEY_BYTES - 1] & 127) | 64);
        return key;
    }

    /** The public key of a private one. */
    public static byte[] publicKey(byte[] privateKey) {
        try {
            return agree(privateKey, BASE_POINT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("the base point is a good one", impossible);
        }
    }

    /**
     * The secret that both share.
     *
     * @throws InvalidKeyException where the public key is a point of small order, which shares nothing (section 6.1)
     */
    public static byte[] agree(byte[] privateKey, byte[] publicKey) throws InvalidKeyException {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            PrivateKey ours = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(ours);
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, number(publicKey))),
                    true);
            return agreement.generateSecret();
        } catch (InvalidKeyException smallOrder) {
            throw smallOrder;
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("X25519", missingInThisJava);
        }
    }

    /** Section 5: little-endian, the highest bit ignored. */
    private static BigInteger number(byte[] key) {
        byte[] reversed = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            reversed[i] = key[KEY_BYTES - 1 - i];
        }
        reversed[0] &= 0x7f;
        return new BigInteger(1, reversed);
    }
}
