package org.byway.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.net.Stage;
import org.byway.words.Words;

/** A table for people at the end: what works first, the quickest first, then by how far the others came. */
final class VerdictTable implements VerdictPrinter {
    private final PrintWriter out;
    private final Words words;
    private final int all;
    private final List<Row> rows = new ArrayList<>();

    /** @param all how many there are; fewer have a verdict where a signal ended the test */
    VerdictTable(PrintWriter out, Words words, int all) {
        this.out = out;
        this.words = words;
        this.all = all;
    }

    private record Row(ListEntry entry, ProbeVerdict verdict) {
        /** Smaller is better. */
        int rank() {
            return switch (verdict) {
                case ProbeVerdict.Works it -> 0;
                case ProbeVerdict.TooSlow it -> 1;
                case ProbeVerdict.Freezes it -> 2;
                case ProbeVerdict.WrongAnswer it -> 3;
                case ProbeVerdict.NoAnswer it -> 4;
                case ProbeVerdict.NotOpened it -> 5;
                case ProbeVerdict.Unsupported it -> 6;
            };
        }

        /** How far the dial came; all others came to the end, or are of a rank of their own. */
        Stage stage() {
            return verdict instanceof ProbeVerdict.NotOpened failed ? failed.stage() : Stage.REQUEST;
        }

        Duration firstByte() {
            return verdict instanceof ProbeVerdict.Works works ? works.firstByte() : Duration.ZERO;
        }
    }

    @Override
    public void add(ListEntry entry, ProbeVerdict verdict) {
        rows.add(new Row(entry, verdict));
    }

    @Override
    public void end() {
        Columns columns = new Columns(words.text("column.name"), words.text("column.server"),
                words.text("test.column-first-byte"), words.text("test.column-whole"), words.text("test.column-found"));
        rows.stream().sorted(Comparator.comparingInt(Row::rank).thenComparing(Row::stage, Comparator.reverseOrder())
                .thenComparing(Row::firstByte)).forEach(row -> {
                    boolean works = row.verdict() instanceof ProbeVerdict.Works;
                    String whole = row.verdict() instanceof ProbeVerdict.Works it ? words.duration(it.whole()) : "";
                    columns.add(row.entry().name(), row.entry().endpoint().server().toString(),
                            works ? words.duration(row.firstByte()) : "", whole,
                            Isolates.remove(words.sentence(row.entry(), row.verdict())));
                });
        long working = rows.stream().filter(row -> row.verdict() instanceof ProbeVerdict.Works).count();
        out.println(columns);
        String left = rows.size() < all ? " " + words.text("test.left", words.number(all - rows.size())) : "";
        out.println(words.text("test.sums", words.number(working), words.number(rows.size())) + left);
        out.flush();
    }
}
