package org.byway.ui.shell;

import java.util.Optional;
import java.util.function.Predicate;
import org.byway.words.Language;
import org.byway.words.Words;

/**
 * The language of the window: the wanted one, or English where this computer lacks its letters.
 *
 * @param missing the wanted one, where it cannot be shown
 */
record Spoken(Words words, Optional<Language> missing) {
    /** @param canDraw whether the letters of a text can be drawn here */
    static Spoken of(Optional<String> tag, Predicate<String> canDraw) {
        Words wanted = Words.forPerson(tag);
        return canDraw.test(wanted.language().ownName())
                ? new Spoken(wanted, Optional.empty())
                : new Spoken(Words.forPerson(Optional.of(Language.ENGLISH.tag())), Optional.of(wanted.language()));
    }

    /** What a person should know about the letters. */
    Optional<String> notice() {
        return missing.map(it -> notice(words, it));
    }

    static String notice(Words words, Language missing) {
        return words.text("language.no-font", missing.nameIn(words.language()));
    }
}
