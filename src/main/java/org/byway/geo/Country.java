package org.byway.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A country by its two letters (ISO 3166-1, alpha-2). */
public record Country(String code) {
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** The country of two letters in whatever case; absent where there is none. */
    public static Optional<Country> of(String letters) {
        String upper = letters.toUpperCase(Locale.ROOT);
        return KNOWN.contains(upper) ? Optional.of(new Country(upper)) : Optional.empty();
    }
}
