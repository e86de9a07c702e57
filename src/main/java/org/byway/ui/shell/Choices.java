package org.byway.ui.shell;

import java.util.Optional;
import org.byway.model.Settings.Theme;

/** What a person chooses in the menu of the window. */
interface Choices {
    void choose(Theme theme);

    /** A language tag (BCP 47), or nothing to follow the system. */
    void chooseLanguage(Optional<String> tag);
}
