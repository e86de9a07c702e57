package org.byway.importer;

import java.util.List;
import java.util.stream.Stream;
import org.byway.model.ListEntry;

/** A verdict for every line that is not empty, in the order of the text. */
public record ImportResult(List<LineVerdict> verdicts) {
    public static final ImportResult EMPTY = new ImportResult(List.of());

    public ImportResult {
        verdicts = List.copyOf(verdicts);
    }

    /** What can be added to the list, run or only kept. */
    public List<ListEntry> entries() {
        return verdicts.stream().flatMap(verdict -> switch (verdict) {
            case LineVerdict.Read read -> Stream.of(read.entry());
            case LineVerdict.Kept kept -> Stream.of(kept.entry());
            case LineVerdict.Rejected rejected -> Stream.<ListEntry>empty();
            case LineVerdict.Ignored ignored -> Stream.<ListEntry>empty();
        }).toList();
    }
}
