package org.byway.words;

import java.util.Set;

/** How a language chooses the form of a noun after a whole number (Unicode CLDR, "Language Plural Rules"). */
enum Plural {
    /** English, Spanish, Turkish, Persian. */
    ONE_OTHER("one other") {
        @Override
        String form(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    /** Russian: 1 сервер, 2 сервера, 5 серверов, 11 серверов, 21 сервер. */
    SLAVIC("one few many") {
        @Override
        String form(long n) {
            long tens = n % 100;
            long ones = n % 10;
            if (ones == 1 && tens != 11) {
                return "one";
            }
            boolean isFew = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
            return isFew ? "few" : "many";
        }
    };

    private final String forms;

    Plural(String forms) {
        this.forms = forms;
    }

    abstract String form(long n);

    /** Every form that a file of this language has to give. */
    Set<String> forms() {
        return Set.of(forms.split(" ", -1));
    }
}
