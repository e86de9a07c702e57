package org.byway.ui.bridge;

import java.util.List;

/**
 * What came of an import.
 *
 * @param problems the lines that could not be read, in their order
 */
public record ImportSummary(Counts counts, List<LineProblem> problems) {
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
        /** The sums of two sources. */
        public Counts plus(Counts other) {
            return new Counts(added + other.added, known + other.known, kept + other.kept);
        }
    }

    /** Whether the list now has something that the source named. */
    public boolean isUseful() {
        return counts.added() + counts.known() > 0;
    }

    public boolean isClean() {
        return problems.isEmpty();
    }
}
