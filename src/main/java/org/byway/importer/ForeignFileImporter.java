package org.byway.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Refuses a whole text that is no list in one verdict, where a reading by lines would give a thousand. */
final class ForeignFileImporter implements ListImporter {
    private static final int PEEK = 8192;

    @Override
    public boolean recognises(String text) {
        return rejection(text).isPresent();
    }

    @Override
    public ImportResult read(String text, String source) {
        return new ImportResult(rejection(text)
                .<List<LineVerdict>>map(why -> List.of(new LineVerdict.Rejected(1, why, ""))).orElse(List.of()));
    }

    private static Optional<Rejection> rejection(String text) {
        if (text.indexOf(0, 0, Math.min(PEEK, text.length())) >= 0) {
            return Optional.of(Rejection.BINARY);
        }
        String start = Line.clean(text.substring(0, Math.min(PEEK, text.length()))).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(Rejection.WEB_PAGE);
        }
        boolean isLater = start.startsWith("{") || start.startsWith("[{");
        return isLater ? Optional.of(Rejection.LATER_FORMAT) : Optional.empty();
    }
}
