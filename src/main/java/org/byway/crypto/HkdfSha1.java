package org.byway.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF (RFC 5869) with SHA-1, which {@code javax.crypto.KDF} has with the SHA-2 family only. */
public final class HkdfSha1 {
    private static final String HMAC = "HmacSHA1";
    private static final int HASH_BYTES = 20;

    private HkdfSha1() {}

    /** Extracts from key material and a salt that is not empty, then expands to so many bytes. */
    public static byte[] derive(byte[] material, byte[] salt, byte[] info, int length) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt, HMAC));
            mac.init(new SecretKeySpec(mac.doFinal(material), HMAC));
            return expand(mac, info, length);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException(HMAC, missingInThisJava);
        }
    }

    /** RFC 5869, section 2.3: T(n) = HMAC-Hash(PRK, T(n-1) | info | n). */
    private static byte[] expand(Mac mac, byte[] info, int length) {
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int made = 0; made < length; made += HASH_BYTES) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) (made / HASH_BYTES + 1));
            block = mac.doFinal();
            System.arraycopy(block, 0, output, made, Math.min(HASH_BYTES, length - made));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }
}
