package org.byway.protocol.wireguard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import org.byway.crypto.Blake2s;
import org.byway.crypto.XChaCha20Poly1305;

/** The two codes at the end of handshake messages (section 5.4.4), and the peer's cookies (section 5.4.7). */
final class Macs {
    private static final byte[] LABEL_MAC1 = "mac1----".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LABEL_COOKIE = "cookie--".getBytes(StandardCharsets.US_ASCII);
    private static final long COOKIE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int NONCE_AT = 8;
    private static final int SEALED_AT = 32;

    private final byte[] ours;
    private final byte[] theirs;
    private final byte[] theirCookieKey;
    private byte[] lastMac1 = new byte[0];
    private byte[] cookie = new byte[0];
    private long cookieSince;

    Macs(Keys keys) {
        ours = key(keys.ourPublic());
        theirs = key(keys.theirPublic());
        theirCookieKey = cookieKey(keys.theirPublic());
    }

    static byte[] key(byte[] publicKey) {
        return Blake2s.hash(LABEL_MAC1, publicKey);
    }

    /** What the cookies of whoever has this key are sealed with. */
    static byte[] cookieKey(byte[] publicKey) {
        return Blake2s.hash(LABEL_COOKIE, publicKey);
    }

    /** Fills in both codes of a message of ours; the second only while we have a cookie. */
    void seal(byte[] message, long now) {
        int mac1At = message.length - 2 * MessageKind.MAC_BYTES;
        int mac2At = message.length - MessageKind.MAC_BYTES;
        lastMac1 = Blake2s.mac(theirs, MessageKind.MAC_BYTES, Arrays.copyOf(message, mac1At));
        System.arraycopy(lastMac1, 0, message, mac1At, lastMac1.length);
        if (cookie.length > 0 && now - cookieSince < COOKIE_NANOS) {
            byte[] mac2 = Blake2s.mac(cookie, MessageKind.MAC_BYTES, Arrays.copyOf(message, mac2At));
            System.arraycopy(mac2, 0, message, mac2At, mac2.length);
        }
    }

    /** Whether whoever sent this knows our public key. */
    boolean isForUs(byte[] message) {
        return isFor(ours, message);
    }

    /** @param macKey made of the public key of whom it is for */
    static boolean isFor(byte[] macKey, byte[] message) {
        int mac1At = message.length - 2 * MessageKind.MAC_BYTES;
        byte[] expected = Blake2s.mac(macKey, MessageKind.MAC_BYTES, Arrays.copyOf(message, mac1At));
        return MessageDigest.isEqual(expected,
                Arrays.copyOfRange(message, mac1At, mac1At + MessageKind.MAC_BYTES));
    }

    /** Keeps the cookie of a reply to our last message; what else comes is nobody's. */
    void take(byte[] reply, long now) {
        if (lastMac1.length == 0) {
            return;
        }
        try {
            cookie = XChaCha20Poly1305.open(theirCookieKey, Arrays.copyOfRange(reply, NONCE_AT, SEALED_AT),
                    Arrays.copyOfRange(reply, SEALED_AT, reply.length), lastMac1);
            cookieSince = now;
            lastMac1 = new byte[0];
        } catch (GeneralSecurityException notTheirs) {
            // somebody else's, or an answer to an earlier message: both say nothing
        }
    }
}
