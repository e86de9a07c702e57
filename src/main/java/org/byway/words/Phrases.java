package org.byway.words;

import java.text.Bidi;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of one language by key, with places {@code {0}}, {@code {1}} to fill. */
final class Phrases {
    static final String BUNDLE = "org.byway.words.words";
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final ResourceBundle bundle;
    private final Plural plural;
    private final NumberFormat numbers;

    Phrases(Language language, Locale locale) {
        // without this control a missing language would fall back to the computer's, not to English
        Control noDetour = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        bundle = ResourceBundle.getBundle(BUNDLE, Locale.of(language.tag()), noDetour);
        plural = language.plural();
        numbers = NumberFormat.getIntegerInstance(locale);
    }

    String text(String key, Object... parts) {
        String text = bundle.getString(key);
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", written(parts[i], text));
        }
        return text;
    }

    private String written(Object part, String sentence) {
        return switch (part) {
            case Name name -> name.inside(sentence);
            case Number number -> numbers.format(number);
            default -> part.toString();
        };
    }

    boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** The form of a text that fits the number, with the number in its place {@code {0}}. */
    String count(String key, long n) {
        return text(key + "." + plural.form(n), numbers.format(n));
    }

    /** The text of an enum's constant, under {@code prefix.constant-in-lower-case}. */
    String of(String prefix, Enum<?> constant) {
        return text(key(prefix, constant));
    }

    static String key(String prefix, Enum<?> constant) {
        return prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Something of the person's, whose direction may not spill into the sentence round it. */
    static Name isolated(Object name) {
        return new Name(name.toString());
    }

    /** A name or an address; isolated (Unicode UAX #9, section 2.4) only where directions mix, since few fonts have the marks. */
    record Name(String text) {
        String inside(String sentence) {
            return readsFromTheRight(text) || readsFromTheRight(sentence)
                    ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE
                    : text;
        }

        private static boolean readsFromTheRight(String text) {
            return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        }
    }
}
