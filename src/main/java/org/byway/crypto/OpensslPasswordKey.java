package org.byway.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** OpenSSL's {@code EVP_BytesToKey} with MD5, one round and no salt: how Shadowsocks makes a key of a password. */
public final class OpensslPasswordKey {
    private OpensslPasswordKey() {}

    /** D(1) = MD5(password), D(n) = MD5(D(n-1) | password); the key is their beginning. */
    public static byte[] derive(byte[] password, int length) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] key = new byte[0];
            byte[] block = new byte[0];
            while (key.length < length) {
                md5.update(block);
                block = md5.digest(password);
                key = Arrays.copyOf(key, key.length + block.length);
                System.arraycopy(block, 0, key, key.length - block.length, block.length);
            }
            return Arrays.copyOf(key, length);
        } catch (NoSuchAlgorithmException missingInThisJava) {
            throw new IllegalStateException("MD5", missingInThisJava);
        }
    }
}
