package org.byway.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Single messages sealed with ChaCha20-Poly1305 (RFC 8439, section 2.8), with additional data. */
public final class ChaCha20Poly1305 {
    public static final int TAG_BYTES = 16;
    public static final int NONCE_BYTES = 12;

    private ChaCha20Poly1305() {}

    public static byte[] seal(byte[] key, byte[] nonce, byte[] plain, byte[] additional) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, key, nonce, additional).doFinal(plain);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("ChaCha20-Poly1305", missingInThisJava);
        }
    }

    /** @throws GeneralSecurityException where this was not sealed with the key, the nonce and the additional data */
    public static byte[] open(byte[] key, byte[] nonce, byte[] sealed, byte[] additional)
            throws GeneralSecurityException {
        return crypt(Cipher.DECRYPT_MODE, key, nonce, additional).doFinal(sealed);
    }

    private static Cipher crypt(int mode, byte[] key, byte[] nonce, byte[] additional)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        cipher.updateAAD(additional);
        return cipher;
    }
}
