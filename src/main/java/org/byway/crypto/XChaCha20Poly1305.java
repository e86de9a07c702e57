package org.byway.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Single messages sealed with a nonce of 24 bytes (draft-irtf-cfrg-xchacha-03, section 2.3). */
public final class XChaCha20Poly1305 {
    public static final int NONCE_BYTES = 24;

    private static final int HCHACHA_NONCE_BYTES = 16;
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    private static final int DOUBLE_ROUNDS = 10;

    private XChaCha20Poly1305() {}

    public static byte[] seal(byte[] key, byte[] nonce, byte[] plain, byte[] additional) {
        return ChaCha20Poly1305.seal(hchacha20(key, Arrays.copyOf(nonce, HCHACHA_NONCE_BYTES)), tail(nonce), plain,
                additional);
    }

    /** @throws GeneralSecurityException where this was not sealed with the key, the nonce and the additional data */
    public static byte[] open(byte[] key, byte[] nonce, byte[] sealed, byte[] additional)
            throws GeneralSecurityException {
        return ChaCha20Poly1305.open(hchacha20(key, Arrays.copyOf(nonce, HCHACHA_NONCE_BYTES)), tail(nonce), sealed,
                additional);
    }

    /** Section 2.3: four zero bytes and the last eight of the nonce. */
    private static byte[] tail(byte[] nonce) {
        byte[] tail = new byte[ChaCha20Poly1305.NONCE_BYTES];
        System.arraycopy(nonce, HCHACHA_NONCE_BYTES, tail, Integer.BYTES, Long.BYTES);
        return tail;
    }

    /** Section 2.2: the first and the last row of the state after the rounds of ChaCha20. */
    static byte[] hchacha20(byte[] key, byte[] nonce) {
        int[] state = new int[16];
        System.arraycopy(CONSTANTS, 0, state, 0, 4);
        for (int i = 0; i < 8; i++) {
            state[4 + i] = LittleEndian.getInt(key, i * Integer.BYTES);
        }
        for (int i = 0; i < 4; i++) {
            state[12 + i] = LittleEndian.getInt(nonce, i * Integer.BYTES);
        }
        for (int round = 0; round < DOUBLE_ROUNDS; round++) {
            for (int i = 0; i < 4; i++) {
                quarterRound(state, i, 4 + i, 8 + i, 12 + i);
            }
            for (int i = 0; i < 4; i++) {
                quarterRound(state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        byte[] derived = new byte[32];
        for (int i = 0; i < 4; i++) {
            LittleEndian.putInt(derived, i * Integer.BYTES, state[i]);
            LittleEndian.putInt(derived, (4 + i) * Integer.BYTES, state[12 + i]);
        }
        return derived;
    }

    /** RFC 8439, section 2.1. */
    private static void quarterRound(int[] s, int a, int b, int c, int d) {
        s[a] += s[b];
        s[d] = Integer.rotateLeft(s[d] ^ s[a], 16);
        s[c] += s[d];
        s[b] = Integer.rotateLeft(s[b] ^ s[c], 12);
        s[a] += s[b];
        s[d] = Integer.rotateLeft(s[d] ^ s[a], 8);
        s[c] += s[d];
        s[b] = Integer.rotateLeft(s[b] ^ s[c], 7);
    }
}
