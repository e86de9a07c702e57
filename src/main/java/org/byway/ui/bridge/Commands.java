package org.byway.ui.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.byway.model.EndpointId;
import org.byway.model.Settings.Theme;

/**
 * Everything that the window asks of the rest of the program. Called on the JavaFX thread; every call returns at once and
 * what it changed comes back through the feeds.
 */
public interface Commands {
    /** Fails where it cannot even be tried to listen; what the system refuses is the next snapshot's trouble. */
    CompletionStage<Void> connect();

    void disconnect();

    /** New connections shall go through this one; switches on where it is off, and fails like that. */
    CompletionStage<Void> use(EndpointId id);

    /** Takes entries out of the list; fails where the list cannot be saved. */
    CompletionStage<Undo> delete(Set<EndpointId> ids);

    /** Adds what the text names: share links, lines of a list, or one address of a list. */
    CompletionStage<ImportSummary> importText(String text);

    CompletionStage<ImportSummary> importFiles(List<Path> files);

    /** Starts the embedded practice network, adds its endpoints and connects. */
    CompletionStage<Void> practice();

    void chooseTheme(Theme theme);

    /** A language tag (BCP 47), or nothing to follow the system. */
    void chooseLanguage(Optional<String> tag);
}
