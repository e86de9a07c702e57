package org.byway.store;

import java.util.List;
import java.util.Optional;

/**
 * What a profile holds, and what went wrong on the way to it.
 *
 * @param readFrom the file that was used; absent where there was none to use and this is the first, empty value
 * @param problems newest file first; they are reported by the load that set the files aside, and by no later one
 */
public record Loaded<T>(T value, Optional<String> readFrom, List<LoadProblem> problems) {
    public Loaded {
        problems = List.copyOf(problems);
    }
}
