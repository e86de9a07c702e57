package org.byway.protocol.shadowsocks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.byway.model.endpoint.ShadowsocksMethod;

/** One direction of SIP004 on the server's side, from the specification and without our code. */
final class PeerCipher {
    private final boolean isGcm;
    private final byte[] subkey;
    private long nonce;

    PeerCipher(ShadowsocksMethod method, String password, byte[] salt) {
        isGcm = method != ShadowsocksMethod.CHACHA20_IETF_POLY1305;
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] word = password.getBytes(StandardCharsets.UTF_8);
            byte[] first = md5.digest(word);
            byte[] second = md5.digest(joined(first, word));
            byte[] master = salt.length == 16 ? first : joined(first, second);
            byte[] extracted = hmac(salt, master);
            byte[] info = "ss-subkey".getBytes(StandardCharsets.US_ASCII);
            byte[] one = hmac(extracted, joined(info, new byte[]{1}));
            byte[] two = hmac(extracted, joined(joined(one, info), new byte[]{2}));
            subkey = java.util.Arrays.copyOf(joined(one, two), salt.length);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    byte[] chunk(byte[] payload) {
        return joined(seal(new byte[]{(byte) (payload.length >> 8), (byte) payload.length}), seal(payload));
    }

    byte[] seal(byte[] plain) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, plain);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    byte[] open(byte[] sealed) throws IOException {
        try {
            return crypt(Cipher.DECRYPT_MODE, sealed);
        } catch (GeneralSecurityException notOurs) {
            throw new IOException(notOurs);
        }
    }

    private byte[] crypt(int mode, byte[] in) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        for (int i = 0; i < Long.BYTES; i++) {
            iv[i] = (byte) (nonce >> (8 * i));
        }
        nonce++;
        Cipher cipher = Cipher.getInstance(isGcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(subkey, isGcm ? "AES" : "ChaCha20"),
                isGcm ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv));
        return cipher.doFinal(in);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return mac.doFinal(message);
    }

    static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
