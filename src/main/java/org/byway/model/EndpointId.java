package org.byway.model;

import java.security.SecureRandom;

/**
 * The short random name by which an entry is known to commands, logs and files.
 *
 * <p>Random rather than derived, because a digest of the connection fields would let a reader of a log test guesses
 * at a password.
 */
public record EndpointId(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 10;

    /** @throws IllegalArgumentException where the text is not ten letters and digits */
    public EndpointId {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            throw new IllegalArgumentException("not the id of an endpoint");
        }
    }

    public static EndpointId random() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(Character.forDigit(RANDOM.nextInt(36), 36));
        }
        return new EndpointId(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
