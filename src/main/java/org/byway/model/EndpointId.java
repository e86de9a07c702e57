package org.byway.model;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The short random name by which an entry is known to commands, logs and files.
 *
 * <p>Random rather than derived, because a digest of the connection fields would let a reader of a log test guesses
 * at a password.
 */
public record EndpointId(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 10;
    private static final int RADIX = 36;
    /** 36 to the power of 10: one number for all digits, since lists have entries by the ten thousand. */
    private static final long COUNT = 3_656_158_440_062_976L;

    /** @throws IllegalArgumentException where the text is not ten letters and digits */
    public EndpointId {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            throw new IllegalArgumentException("not the id of an endpoint");
        }
    }

    /** The id that this text is; absent where it is none. */
    public static Optional<EndpointId> of(String text) {
        try {
            return Optional.of(new EndpointId(text));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    public static EndpointId random() {
        String number = Long.toString(RANDOM.nextLong(COUNT), RADIX);
        return new EndpointId("0".repeat(LENGTH - number.length()) + number);
    }

    @Override
    public String toString() {
        return text;
    }
}
