package org.byway.importer;

import java.util.ArrayList;
import java.util.List;
import org.byway.model.InvalidValueException;

/**
 * Lists of one entry a line: share links, and addresses in the ways that people write them.
 *
 * <p>An address without a scheme is taken for a SOCKS5 proxy; finding out what it speaks comes with a later version.
 */
final class LineListImporter implements ListImporter {
    private static final int MAX_LINE_LENGTH = 64 * 1024;

    /** Everything that says something: this is the last importer of the list. */
    @Override
    public boolean recognises(String text) {
        return !text.isBlank();
    }

    @Override
    public ImportResult read(String text, String source) {
        List<LineVerdict> verdicts = new ArrayList<>();
        int number = 1;
        int start = 0;
        while (start <= text.length()) {
            int end = endOfLine(text, start);
            addVerdicts(text.substring(start, end), number, source, verdicts);
            boolean isWindowsEnd = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (isWindowsEnd ? 2 : 1);
            number++;
        }
        return new ImportResult(verdicts);
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static void addVerdicts(String raw, int number, String source, List<LineVerdict> verdicts) {
        if (raw.length() > MAX_LINE_LENGTH) {
            verdicts.add(new LineVerdict.Rejected(number, Rejection.TOO_LONG, ""));
            return;
        }
        String line = Line.clean(raw);
        if (line.startsWith("#") || line.startsWith("//") || PlainEntry.isTitle(line)) {
            verdicts.add(new LineVerdict.Ignored(number));
        } else if (!line.isEmpty()) {
            for (String piece : Line.links(line)) {
                verdicts.addAll(verdicts(piece, number, source));
            }
        }
    }

    private static List<LineVerdict> verdicts(String text, int number, String source) {
        try {
            if (text.indexOf('\0') >= 0) {
                throw new RejectedException(Rejection.BINARY);
            }
            List<Found> found = Line.schemeLength(text) > 0 ? ShareLinks.readAll(text) : List.of(PlainEntry.read(text));
            return found.stream().map(it -> it.verdict(number, source)).toList();
        } catch (RejectedException rejected) {
            return List.of(new LineVerdict.Rejected(number, rejected.why(), Excerpt.of(text)));
        } catch (InvalidValueException invalid) {
            return List.of(new LineVerdict.Rejected(number, Rejection.of(invalid.problem()), Excerpt.of(text)));
        }
    }
}
