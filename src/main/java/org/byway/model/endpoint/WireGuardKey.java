package org.byway.model.endpoint;

import java.util.Base64;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;

/** Keys of WireGuard: 32 bytes, written in Base64 (RFC 4648, section 4). */
public final class WireGuardKey {
    private static final int BYTES = 32;
    private static final int LENGTH = 44;

    private WireGuardKey() {}

    /**
     * A key that may be shown.
     *
     * @throws InvalidValueException where the text is not Base64 of 32 bytes, in either alphabet, with padding or without
     */
    public static String canonical(String text) {
        String plain = text.strip().replace('-', '+').replace('_', '/').replace("=", "");
        if (plain.length() != LENGTH - 1) {
            throw new InvalidValueException(Problem.BAD_KEY);
        }
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidValueException(Problem.BAD_KEY);
        }
    }

    /** @throws InvalidValueException as for a key that may be shown */
    public static Secret canonical(Secret key) {
        return Secret.of(canonical(key.reveal()));
    }

    /** The bytes of a key that is canonical. */
    public static byte[] bytes(String key) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != BYTES) {
            throw new InvalidValueException(Problem.BAD_KEY);
        }
        return bytes;
    }
}
