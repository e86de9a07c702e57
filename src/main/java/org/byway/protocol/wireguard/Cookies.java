package org.byway.protocol.wireguard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.byway.crypto.Blake2s;
import org.byway.crypto.LittleEndian;
import org.byway.crypto.XChaCha20Poly1305;
import org.byway.model.Destination;

/**
 * What a server does with initiations under load (section 5.3): who has not shown that it hears at its address gets a cookie
 * (section 5.4.7) in place of an answer, which costs no agreement of keys. On the tunnel's loop.
 */
final class Cookies {
    private static final int COOKIE_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int SENDER_AT = 4;
    private static final int NONCE_AT = 8;
    private static final int SEALED_AT = 32;
    /** More initiations in a second are load: one client has one each five seconds. */
    private static final int MOST_IN_A_SECOND = 10;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** Section 5.4.7: the secret "changes every two minutes". */
    private static final long SECRET_NANOS = Duration.ofMinutes(2).toNanos();

    private final byte[] key;
    private final RandomGenerator random;
    private final byte[] secret = new byte[SECRET_BYTES];
    private long secretSince;
    private boolean hasSecret;
    private long secondSince;
    private int inThisSecond;

    Cookies(byte[] ourPublic, RandomGenerator random) {
        this.key = Macs.cookieKey(ourPublic);
        this.random = random;
    }

    /** Whether an initiation is not to be read before its sender is proven; counts it. */
    boolean isTooMany(long now) {
        if (inThisSecond == 0 || now - secondSince >= SECOND) {
            secondSince = now;
            inThisSecond = 0;
        }
        inThisSecond++;
        return inThisSecond > MOST_IN_A_SECOND;
    }

    /** Whether the second code was made with the cookie that went to this address. */
    boolean isProven(byte[] message, Destination from, long now) {
        int mac2At = message.length - MessageKind.MAC_BYTES;
        byte[] expected = Blake2s.mac(cookie(from, now), MessageKind.MAC_BYTES, Arrays.copyOf(message, mac2At));
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(message, mac2At, message.length));
    }

    /** The answer that has the cookie for this address in it. */
    byte[] reply(byte[] message, int header, Destination from, long now) {
        byte[] reply = new byte[MessageKind.COOKIE.size()];
        byte[] nonce = new byte[XChaCha20Poly1305.NONCE_BYTES];
        random.nextBytes(nonce);
        int mac1At = message.length - 2 * MessageKind.MAC_BYTES;
        byte[] mac1 = Arrays.copyOfRange(message, mac1At, mac1At + MessageKind.MAC_BYTES);
        byte[] sealed = XChaCha20Poly1305.seal(key, nonce, cookie(from, now), mac1);
        LittleEndian.putInt(reply, 0, header);
        LittleEndian.putInt(reply, SENDER_AT, LittleEndian.getInt(message, SENDER_AT));
        System.arraycopy(nonce, 0, reply, NONCE_AT, nonce.length);
        System.arraycopy(sealed, 0, reply, SEALED_AT, sealed.length);
        return reply;
    }

    private byte[] cookie(Destination from, long now) {
        if (!hasSecret || now - secretSince >= SECRET_NANOS) {
            random.nextBytes(secret);
            secretSince = now;
            hasSecret = true;
        }
        return Blake2s.mac(secret, COOKIE_BYTES, from.toString().getBytes(StandardCharsets.UTF_8));
    }
}
