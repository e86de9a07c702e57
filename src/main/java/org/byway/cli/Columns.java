package org.byway.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as what is in them, up to a limit; longer texts are cut where another column follows. */
final class Columns {
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... titles) {
        add(titles);
    }

    void add(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    @Override
    public String toString() {
        int last = rows.getFirst().size() - 1;
        int[] widths = IntStream.range(0, last).map(this::width).toArray();
        return rows.stream().map(row -> IntStream.range(0, last).mapToObj(i -> padded(row.get(i), widths[i]) + GAP)
                .collect(Collectors.joining()) + row.get(last)).collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return Math.min(WIDEST, rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static String padded(String text, int width) {
        int length = length(text);
        if (length > width) {
            return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
        }
        return text + " ".repeat(width - length);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
