package org.byway.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;
import org.byway.words.Words;

/** Writes what became of every line of a source, then the sums. */
record ImportPrinter(PrintWriter out, Words words) {
    void print(ImportReport report) {
        report.lines().forEach(this::print);
        printSums(report);
    }

    /** Only what a person has to know: what was not read, and the sums. */
    void printBriefly(ImportReport report) {
        report.lines().stream().filter(ImportedLine.Rejected.class::isInstance).forEach(this::print);
        printSums(report);
    }

    private void print(ImportedLine line) {
        said(line).ifPresent(what -> print(words.text("import.line", words.number(line.line())) + ": " + what));
    }

    private void printSums(ImportReport report) {
        print(report.source() + ": " + words.text("import.sums", words.number(report.newEntries()),
                words.number(report.count(ImportedLine.AlreadyThere.class)),
                words.number(report.count(ImportedLine.Rejected.class))));
        report.problems().forEach(problem -> print(words.sentence(problem)));
        out.flush();
    }

    private Optional<String> said(ImportedLine line) {
        return switch (line) {
            case ImportedLine.Added it -> Optional.of(words.naming("import.line-added", it.entry().name()));
            case ImportedLine.Kept it -> Optional.of(words.naming("import.line-kept", it.entry().name()));
            case ImportedLine.AlreadyThere it -> Optional.of(words.naming("import.line-known", it.entry().name()));
            case ImportedLine.Rejected it -> Optional.of(words.constant("rejection", it.why())
                    + (it.excerpt().isEmpty() ? "" : " (" + it.excerpt() + ")"));
            case ImportedLine.Ignored it -> Optional.empty();
        };
    }

    private void print(String sentence) {
        out.println(Isolates.remove(sentence));
    }
}
