package org.byway.ui.bridge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.byway.model.Source;

/** What the window asks about the places that entries came from; every call returns at once. */
public interface SourceCommands {
    /** The one that was read last first. */
    CompletionStage<List<Source>> all();

    /** Reads it again and adds what is new; fails where it cannot be read or the list cannot be saved. */
    CompletionStage<ImportSummary> refresh(Source source);

    /** Forgets it, and takes the entries out of the list that came from nowhere else. */
    CompletionStage<Undo> remove(Source source);
}
