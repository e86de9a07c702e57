package org.byway.words;

import java.util.List;
import java.util.Set;

/** How a language chooses the form of a noun after a whole number (Unicode CLDR, "Language Plural Rules"). */
enum Plural {
    /** Chinese. */
    OTHER("other") {
        @Override
        String form(long n) {
            return "other";
        }
    },
    /** English, Turkish. */
    ONE_OTHER("one other") {
        @Override
        String form(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    /** Persian, where nothing is counted as one thing is. */
    NONE_AS_ONE("one other") {
        @Override
        String form(long n) {
            return n == 0 || n == 1 ? "one" : "other";
        }
    },
    /** Spanish: 1 servidor, 2 servidores, 1.000.000 de servidores. */
    MILLIONS("one many other") {
        @Override
        String form(long n) {
            if (n == 1) {
                return "one";
            }
            return n != 0 && n % 1_000_000 == 0 ? "many" : "other";
        }
    },
    /** Arabic: لا خادم, خادم واحد, خادمان, 3 خوادم, 11 خادماً, 100 خادم. */
    ARABIC("zero one two few many other") {
        @Override
        String form(long n) {
            long tens = n % 100;
            if (n <= 2) {
                return List.of("zero", "one", "two").get((int) n);
            }
            if (tens >= 3 && tens <= 10) {
                return "few";
            }
            return tens >= 11 ? "many" : "other";
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
