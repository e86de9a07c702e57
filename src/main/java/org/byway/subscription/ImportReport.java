package org.byway.subscription;

import java.util.List;
import org.byway.store.LoadProblem;

/**
 * What an import did, line by line in the order of the source.
 *
 * @param source   the source's name
 * @param problems what could not be read in the profile on the way
 */
public record ImportReport(String source, List<ImportedLine> lines, List<LoadProblem> problems) {
    public ImportReport {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** How many lines have this outcome. */
    public int count(Class<? extends ImportedLine> outcome) {
        return (int) lines.stream().filter(outcome::isInstance).count();
    }

    /** How many entries are new in the list, those included that cannot run yet. */
    public int newEntries() {
        return count(ImportedLine.Added.class) + count(ImportedLine.Kept.class);
    }
}
