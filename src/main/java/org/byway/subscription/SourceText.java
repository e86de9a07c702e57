package org.byway.subscription;

import java.util.Optional;
import org.byway.model.Secret;

/**
 * The text of a source; prints its name only.
 *
 * @param place by which it can be read again, absent where it was pasted
 * @param name for people and for {@link org.byway.model.ListEntry#sources}: a file's name, a host, {@code stdin} or
 *             {@code pasted}, never a path of an address or a secret
 */
public record SourceText(String name, String text, Optional<Secret> place) {
    public static final String PASTED = "pasted";
    public static final String STANDARD_INPUT = "stdin";

    /** Of what cannot be read again. */
    public SourceText(String name, String text) {
        this(name, text, Optional.empty());
    }

    SourceText at(String place) {
        return new SourceText(name, text, Optional.of(Secret.of(place)));
    }

    public static SourceText pasted(String text) {
        return new SourceText(PASTED, text);
    }

    @Override
    public String toString() {
        return name;
    }
}
