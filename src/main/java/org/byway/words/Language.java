package org.byway.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that Byway speaks, each with its name in its own letters; a new one is a file and a line here. */
public enum Language {
    ENGLISH("en", "English", Plural.ONE_OTHER), RUSSIAN("ru", "Русский", Plural.SLAVIC), PERSIAN("fa", "فارسی",
            Plural.NONE_AS_ONE), ARABIC("ar", "العربية", Plural.ARABIC), CHINESE("zh", "简体中文",
                    Plural.OTHER), SPANISH("es", "Español", Plural.MILLIONS), TURKISH("tr", "Türkçe", Plural.ONE_OTHER);

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

    /** Whether lines begin at the right, and with them the whole window. */
    public boolean readsFromTheRight() {
        return this == PERSIAN || this == ARABIC;
    }

    /** What this language is called in another one. */
    public String nameIn(Language other) {
        return Locale.of(tag).getDisplayLanguage(Locale.of(other.tag));
    }

    Plural plural() {
        return plural;
    }

    /** The person's own locale where it is of this language, because it also knows how they write a time of day. */
    Locale locale(Locale system) {
        return system.getLanguage().equals(tag) ? system : Locale.of(tag);
    }
}
