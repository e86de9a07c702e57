package org.byway.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that Byway speaks, each with its name in its own letters; a new one is a file and a line here. */
public enum Language {
    ENGLISH("en", "English", Plural.ONE_OTHER), RUSSIAN("ru", "Русский", Plural.SLAVIC);

    private final String tag;
    private final String ownName;
    private final Plural plural;

    Language(String tag, String ownName, Plural plural) {
        this.tag = tag;
        this.ownName = ownName;
        this.plural = plural;
    }

    /** The language of a tag (BCP 47); regions are not told apart. */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(language -> language.tag.equals(wanted)).findFirst();
    }

    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    Plural plural() {
        return plural;
    }

    /** The person's own locale where it is of this language, because it also knows how they write a time of day. */
    Locale locale(Locale system) {
        return system.getLanguage().equals(tag) ? system : Locale.of(tag);
    }
}
