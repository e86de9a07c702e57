package org.byway.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keystream of ChaCha20 (RFC 8439, section 2.4) from block zero on, laid over bytes where they are. */
public final class ChaCha20Stream {
    public static final int NONCE_BYTES = 12;

    private final Cipher cipher;

    private ChaCha20Stream(Cipher cipher) {
        this.cipher = cipher;
    }

    public static ChaCha20Stream of(byte[] key, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20");
            // the direction makes no difference, but only this one takes the same nonce again
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(nonce, 0));
            return new ChaCha20Stream(cipher);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("ChaCha20", missingInThisJava);
        }
    }

    /** Goes on with the stream over the next bytes, in their place. */
    public void apply(byte[] bytes, int at, int length) {
        byte[] laidOver = cipher.update(bytes, at, length);
        System.arraycopy(laidOver, 0, bytes, at, laidOver.length);
    }
}
