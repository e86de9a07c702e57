package org.byway.ui.bridge;

import java.util.List;
import java.util.Optional;

/**
 * What came of an import.
 *
 * @param added    entries that are new in the list
 * @param known    entries that were there already
 * @param problems the lines that could not be read, in their order
 * @param fault    why nothing could be read at all
 */
public record ImportSummary(int added, int known, List<LineProblem> problems, Optional<SourceFault> fault) {
    public ImportSummary {
        problems = List.copyOf(problems);
    }

    public static ImportSummary failed(SourceFault fault) {
        return new ImportSummary(0, 0, List.of(), Optional.of(fault));
    }

    /** Whether the list now has something that the source named. */
    public boolean isUseful() {
        return added + known > 0;
    }

    public boolean isClean() {
        return problems.isEmpty() && fault.isEmpty();
    }
}
