package org.byway.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;

/** What became of every line of a source, a sentence each, then the sums. */
public record ImportSentences(Words words) {
    public List<String> all(ImportReport report) {
        List<String> sentences = new ArrayList<>();
        report.lines().forEach(line -> sentence(line).ifPresent(sentences::add));
        addSums(report, sentences);
        return sentences;
    }

    /** Only what a person has to know: what was not read, and the sums. */
    public List<String> brief(ImportReport report) {
        List<String> sentences = new ArrayList<>();
        report.lines().stream().filter(ImportedLine.Rejected.class::isInstance)
                .forEach(line -> sentence(line).ifPresent(sentences::add));
        addSums(report, sentences);
        return sentences;
    }

    private void addSums(ImportReport report, List<String> sentences) {
        sentences.add(report.source() + ": " + words.text("import.sums", words.number(report.newEntries()),
                words.number(report.count(ImportedLine.AlreadyThere.class)),
                words.number(report.count(ImportedLine.Rejected.class))));
        report.problems().forEach(problem -> sentences.add(words.sentence(problem)));
    }

    private Optional<String> sentence(ImportedLine line) {
        return said(line).map(what -> words.text("import.line", words.number(line.line())) + ": " + what);
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
}
