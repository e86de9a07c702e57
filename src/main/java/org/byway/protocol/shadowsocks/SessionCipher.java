package org.byway.protocol.shadowsocks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.byway.crypto.HkdfSha1;

/** One direction of a stream: its session key, and the nonce that counts what was sealed; on the stream's loop. */
final class SessionCipher {
    private static final byte[] INFO = "ss-subkey".getBytes(StandardCharsets.US_ASCII);

    private final Aead aead;
    private final SecretKeySpec key;
    private final byte[] nonce = new byte[Aead.NONCE_BYTES];

    /** SIP004: "HKDF_SHA1(key, salt, info) => subkey", info being {@code ss-subkey}. */
    SessionCipher(MasterKey master, byte[] salt) {
        aead = master.aead();
        key = new SecretKeySpec(HkdfSha1.derive(master.bytes(), salt, INFO, master.bytes().length),
                aead.keyAlgorithm());
    }

    /** Seals so many bytes from the start of one array into another; gives the sealed length, the tag included. */
    int seal(byte[] plain, int length, byte[] out, int outAt) {
        try {
            return crypt(aead.sealing(), Cipher.ENCRYPT_MODE, plain, length, out, outAt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a nonce is never used twice", impossible);
        }
    }

    /** @throws GeneralSecurityException where the tag says that this was not sealed with our key, in this place */
    int open(byte[] sealed, int length, byte[] out) throws GeneralSecurityException {
        return crypt(aead.opening(), Cipher.DECRYPT_MODE, sealed, length, out, 0);
    }

    private int crypt(Cipher cipher, int mode, byte[] in, int length, byte[] out, int outAt)
            throws GeneralSecurityException {
        cipher.init(mode, key, aead.withNonce(nonce));
        countUp();
        return cipher.doFinal(in, 0, length, out, outAt);
    }

    /** SIP004: "the nonce is incremented by one as if it were an unsigned little-endian integer". */
    private void countUp() {
        int i = 0;
        while (i < nonce.length && ++nonce[i] == 0) {
            i++;
        }
    }
}
