package org.byway.ui.endpoints;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.byway.geo.Country;
import org.byway.model.ListEntry;

/**
 * Words that are all looked for, in whatever order and case: in the name, the server, the protocol, the tags, the country.
 *
 * @param countryName how a country is called; asked from any thread
 */
record Search(List<String> words, Function<Country, String> countryName) {
    /** Finds everything. */
    static final Search ALL = new Search(List.of(), Country::code);

    static Search of(String text, Function<Country, String> countryName) {
        return new Search(Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty()).toList(), countryName);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean finds(Sight sight) {
        for (String word : words) {
            if (!finds(word, sight)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing is kept for it: a list of 50,000 is through in some ten milliseconds, and its index would be megabytes. */
    private boolean finds(String word, Sight sight) {
        ListEntry entry = sight.entry();
        return isIn(entry.name(), word) || isIn(entry.endpoint().server().toString(), word)
                || isIn(sight.protocol(), word) || entry.tags().stream().anyMatch(tag -> isIn(tag, word))
                || sight.country().filter(it -> isIn(it.code(), word) || isIn(countryName.apply(it), word)).isPresent();
    }

    private static boolean isIn(String text, String word) {
        for (int at = 0; at <= text.length() - word.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
