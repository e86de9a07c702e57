package org.byway.subscription;

import java.nio.file.Path;
import java.util.List;
import org.byway.store.LoadProblem;
import org.byway.store.SettingsStore;

/**
 * A profile in use: its list, what adds to it, where that came from, its settings.
 *
 * @param folder   its real path
 * @param problems what could not be read when it was opened, and was set aside
 */
public record OpenProfile(Path folder, LiveList list, ListImport imports, KnownSources sources,
        SettingsStore settings,
        List<LoadProblem> problems) {
    public OpenProfile {
        problems = List.copyOf(problems);
    }
}
