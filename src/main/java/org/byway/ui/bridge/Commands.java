package org.byway.ui.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.byway.engine.standing.OpenConnection;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.net.TrafficMeter.Traffic;

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

    /** Adds an entry that a person has made by hand; fails where the list cannot be saved. */
    CompletionStage<Void> add(ListEntry entry);

    /** Changes entries in their places; fails where the list cannot be saved. */
    CompletionStage<Void> edit(Set<EndpointId> ids, UnaryOperator<ListEntry> edit);

    /** Adds what the text names: share links, lines of a list, or one address of a list. */
    CompletionStage<ImportSummary> importText(String text);

    CompletionStage<ImportSummary> importFiles(List<Path> files);

    /** Adds what the QR codes of a picture name, which is given row by row as RGB. */
    CompletionStage<ImportSummary> importPicture(int width, int[] points);

    /** Writes share links into a file that only this person may read; replaces it where it is there. */
    CompletionStage<Exported> export(List<ListEntry> entries, Path file);

    /** Writes a picture that shows a secret into such a file. */
    CompletionStage<Void> savePicture(byte[] png, Path file);

    /** Moves some bytes through each of the entries. @return gives up what is not done yet */
    Runnable test(List<ListEntry> entries, TestWatch watch);

    /** The streams of local programs that are open now, newest first. */
    CompletionStage<List<OpenConnection>> connections();

    void close(long connection);

    /** What went through each endpoint since the start. */
    CompletionStage<Map<EndpointId, Traffic>> totals();

    SourceCommands sources();

    /** Starts the embedded practice network, adds its endpoints and connects. */
    CompletionStage<Void> practice();

    /** Keeps other settings and acts on them at once; fails where they cannot be saved or followed. */
    CompletionStage<Settings> change(UnaryOperator<Settings> change);

    void chooseTheme(Theme theme);

    /** A language tag (BCP 47), or nothing to follow the system. */
    void chooseLanguage(Optional<String> tag);
}
