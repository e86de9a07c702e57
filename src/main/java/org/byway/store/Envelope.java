package org.byway.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.byway.store.LoadProblem.Kind;

/**
 * The sealed form of a document: AES-256-GCM with a fresh random nonce for each save.
 *
 * <pre>
 *   0           8         9              17         29
 *   +-----------+---------+--------------+----------+-------------------+
 *   | BYWAYBOX  | version | name of key  | nonce    | ciphertext, tag   |
 *   +-----------+---------+--------------+----------+-------------------+
 *   | authenticated, with the document's name after it |
 * </pre>
 *
 * <p>The name of the key is a digest of it: it tells a lost key from a damaged file.
 */
final class Envelope {
    private static final byte[] MAGIC = "BYWAYBOX".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int KEY_NAME_LENGTH = 8;
    private static final int NONCE_LENGTH = 12;
    private static final int HEADER_LENGTH = MAGIC.length + 1 + KEY_NAME_LENGTH + NONCE_LENGTH;
    private static final int TAG_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelope() {}

    /** Seals what is written, until it is closed; only then it can be opened. */
    static OutputStream sealing(SecretKey key, String document, OutputStream to) throws IOException {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        byte[] header = new byte[HEADER_LENGTH];
        ByteBuffer.wrap(header).put(MAGIC).put(VERSION).put(nameOf(key)).put(nonce);
        to.write(header);
        try {
            return new CipherOutputStream(to, cipher(Cipher.ENCRYPT_MODE, key, header, document));
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("AES-GCM", missingInThisJava);
        }
    }

    static byte[] open(SecretKey key, String document, byte[] sealed) throws UnreadableException {
        boolean isOurs = sealed.length >= HEADER_LENGTH + TAG_LENGTH
                && Arrays.equals(sealed, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        if (!isOurs) {
            throw new UnreadableException(Kind.DAMAGED);
        }
        if (sealed[MAGIC.length] != VERSION) {
            throw new UnreadableException(sealed[MAGIC.length] > VERSION ? Kind.NEWER_VERSION : Kind.DAMAGED);
        }
        int from = MAGIC.length + 1;
        if (!Arrays.equals(sealed, from, from + KEY_NAME_LENGTH, nameOf(key), 0, KEY_NAME_LENGTH)) {
            throw new UnreadableException(Kind.WRONG_KEY);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, document)
                    .doFinal(sealed, HEADER_LENGTH, sealed.length - HEADER_LENGTH);
        } catch (GeneralSecurityException changed) {
            throw new UnreadableException(Kind.DAMAGED);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] header, String document)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        int nonceStart = HEADER_LENGTH - NONCE_LENGTH;
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * 8, header, nonceStart, NONCE_LENGTH));
        cipher.updateAAD(header, 0, HEADER_LENGTH);
        cipher.updateAAD(document.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] nameOf(SecretKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("byway key name".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(key.getEncoded()), KEY_NAME_LENGTH);
        } catch (GeneralSecurityException missingInThisJava) {
            throw new IllegalStateException("SHA-256", missingInThisJava);
        }
    }
}
