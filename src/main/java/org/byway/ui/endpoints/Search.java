package org.byway.ui.endpoints;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words that are all looked for, in whatever order and case. */
record Search(List<String> words) {
    static Search of(String text) {
        return new Search(Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty()).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean finds(String text) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
