package org.byway.ui.bridge;

import java.util.ArrayList;
import java.util.List;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;

/** Makes of what was imported what the window says of it. */
final class ImportSummaries {
    private ImportSummaries() {}

    /** The sum of several sources; a line is known by its number in its own. */
    static ImportSummary of(List<ImportReport> reports) {
        ImportSummary.Counts counts = new ImportSummary.Counts(0, 0, 0);
        List<LineProblem> problems = new ArrayList<>();
        for (ImportReport report : reports) {
            counts = counts.plus(new ImportSummary.Counts(report.newEntries(),
                    report.count(ImportedLine.AlreadyThere.class), report.count(ImportedLine.Kept.class)));
            for (ImportedLine line : report.lines()) {
                if (line instanceof ImportedLine.Rejected rejected) {
                    problems.add(new LineProblem(rejected.line(), rejected.excerpt(), rejected.why()));
                }
            }
        }
        return new ImportSummary(counts, problems);
    }
}
