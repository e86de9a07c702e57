package org.byway.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.byway.importer.ImportResult;
import org.byway.importer.LineVerdict;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;

/** The change of a list by an import, and what it did with each line. */
final class Merging implements UnaryOperator<EndpointList> {
    private final ImportResult result;
    private List<ImportedLine> lines = List.of();

    Merging(ImportResult result) {
        this.result = result;
    }

    @Override
    public EndpointList apply(EndpointList list) {
        Map<Endpoint, ListEntry> known = new HashMap<>();
        list.entries().forEach(entry -> known.put(entry.endpoint(), entry));
        List<ImportedLine> outcome = new ArrayList<>(result.verdicts().size());
        for (LineVerdict verdict : result.verdicts()) {
            outcome.add(switch (verdict) {
                case LineVerdict.Read read ->
                    added(known, read.entry(), new ImportedLine.Added(read.line(), read.entry()));
                case LineVerdict.Kept kept ->
                    added(known, kept.entry(), new ImportedLine.Kept(kept.line(), kept.entry()));
                case LineVerdict.Rejected it -> new ImportedLine.Rejected(it.line(), it.why(), it.excerpt());
                case LineVerdict.Ignored ignored -> new ImportedLine.Ignored(ignored.line());
            });
        }
        lines = outcome;
        return list.with(result.entries()).list();
    }

    List<ImportedLine> lines() {
        return lines;
    }

    private static ImportedLine added(Map<Endpoint, ListEntry> known, ListEntry entry, ImportedLine whenNew) {
        ListEntry there = known.putIfAbsent(entry.endpoint(), entry);
        return there == null ? whenNew : new ImportedLine.AlreadyThere(whenNew.line(), there);
    }
}
