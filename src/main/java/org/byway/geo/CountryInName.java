package org.byway.geo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an entry says of its country: a flag, or two letters in brackets. */
public final class CountryInName {
    private static final int FIRST_LETTER = 0x1F1E6; // REGIONAL INDICATOR SYMBOL LETTER A
    private static final int LETTERS = 26;
    /** Of the pair of characters by which Java writes each of them. */
    private static final char FIRST_HALF = Character.highSurrogate(FIRST_LETTER);
    private static final Pattern IN_BRACKETS = Pattern.compile("[\\[(]([A-Z]{2})[\\])]");

    private CountryInName() {}

    public static Optional<Country> of(String name) {
        Optional<Country> flag = ofFlag(name);
        if (flag.isPresent()) {
            return flag;
        }
        Matcher letters = IN_BRACKETS.matcher(name);
        return letters.find() ? Country.of(letters.group(1)) : Optional.empty();
    }

    /** The name without flags, which many systems show as boxes; as it is where nothing else is in it. */
    public static String withoutFlags(String name) {
        if (name.indexOf(FIRST_HALF) < 0) {
            return name;
        }
        StringBuilder rest = new StringBuilder(name.length());
        name.codePoints().filter(it -> !isOfFlag(it)).forEach(rest::appendCodePoint);
        return rest.toString().isBlank() ? name : rest.toString().strip();
    }

    /** A name that was typed in the place of one without its flags: they come back, unless it has some of its own. */
    public static String withFlagsOf(String before, String typed) {
        if (typed.equals(withoutFlags(before))) {
            return before;
        }
        String flags = before.codePoints().filter(CountryInName::isOfFlag)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        boolean isPlain = typed.isBlank() || typed.codePoints().anyMatch(CountryInName::isOfFlag);
        return flags.isEmpty() || isPlain ? typed : flags + " " + typed;
    }

    private static boolean isOfFlag(int letter) {
        return letter >= FIRST_LETTER && letter < FIRST_LETTER + LETTERS;
    }

    /** Two such letters side by side are drawn as a flag (Unicode UTS #51, section 1.5). */
    private static Optional<Country> ofFlag(String name) {
        int before = -1;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int letter = name.codePointAt(i) - FIRST_LETTER;
            boolean isLetter = letter >= 0 && letter < LETTERS;
            if (isLetter && before >= 0) {
                return Country.of("" + (char) ('A' + before) + (char) ('A' + letter));
            }
            before = isLetter ? letter : -1;
        }
        return Optional.empty();
    }
}
