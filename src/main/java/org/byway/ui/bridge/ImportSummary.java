package org.byway.ui.bridge;

import java.util.List;
import java.util.Optional;

/**
 * What came of an import.
 *
 * @param problems the lines that could not be read, in their order
 * @param fault    why nothing could be read at all
 */
public record ImportSummary(Counts counts, List<LineProblem> problems, Optional<SourceFault> fault) {
    public ImportSummary {
        problems = List.copyOf(problems);
    }

    /**
     * How many entries the source named.
     *
     * @param added that are new in the list
     * @param known that were there already
     * @param kept  of both, those that this version cannot run yet
     */
    public record Counts(int added, int known, int kept) {
        public static final Counts NONE = new Counts(0, 0, 0);
    }

    public static ImportSummary failed(SourceFault fault) {
        return new ImportSummary(Counts.NONE, List.of(), Optional.of(fault));
    }

    /** Whether the list now has something that the source named. */
    public boolean isUseful() {
        return counts.added() + counts.known() > 0;
    }

    public boolean isClean() {
        return problems.isEmpty() && fault.isEmpty();
    }
}
