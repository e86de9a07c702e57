package org.byway.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * ChaCha20-Poly1305 (RFC 8439) under one key in one direction, the nonce being four zero bytes and a counter of eight, lowest
 * byte first. Keeps its cipher from message to message, so it is for one thread at a time.
 */
public final class PacketCipher {
    public static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int COUNTER_AT = 4;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] nonce = new byte[NONCE_BYTES];

    public PacketCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "ChaCha20");
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("ChaCha20-Poly1305", missingInThisJava);
        }
    }

    /** The number of the message that is sealed or opened next. */
    public PacketCipher at(long counter) {
        LittleEndian.putLong(nonce, COUNTER_AT, counter);
        return this;
    }

    /**
     * Seals so many bytes from the start of one array into another; gives the sealed length, tag included.
     *
     * @throws IllegalStateException where the last message had the same number
     */
    public int seal(byte[] plain, int length, byte[] out, int outAt) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, plain, length, out, outAt);
        } catch (GeneralSecurityException usedTwice) {
            throw new IllegalStateException("a number is never used twice", usedTwice);
        }
    }

    /** @throws GeneralSecurityException where this was not sealed with the key and this number */
    public int open(byte[] sealed, int length, byte[] out, int outAt) throws GeneralSecurityException {
        return crypt(Cipher.DECRYPT_MODE, sealed, length, out, outAt);
    }

    private int crypt(int mode, byte[] in, int length, byte[] out, int outAt) throws GeneralSecurityException {
        cipher.init(mode, key, new IvParameterSpec(nonce));
        return cipher.doFinal(in, 0, length, out, outAt);
    }
}
