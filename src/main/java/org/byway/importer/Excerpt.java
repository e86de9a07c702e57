package org.byway.importer;

import java.util.List;
import java.util.Locale;

/** The part of a bad line that may be shown: its scheme and its host, where these can be told from a secret. */
final class Excerpt {
    private static final int MAX_LENGTH = 80;

    private Excerpt() {}

    static String of(String line) {
        int schemeLength = Line.schemeLength(line);
        String scheme = schemeLength == 0 ? "" : line.substring(0, schemeLength).toLowerCase(Locale.ROOT);
        String start = Schemes.isKnown(scheme) ? scheme + "://" : "";
        String whole = start + host(schemeLength == 0 ? line : line.substring(schemeLength + 3));
        return whole.length() <= MAX_LENGTH ? whole : whole.substring(0, MAX_LENGTH - 1) + "…";
    }

    private static String host(String text) {
        String server = text.substring(text.lastIndexOf('@') + 1);
        String first = List.of(server.split("[:/?#\\s;|,]", 2)).getFirst();
        return Hosts.looksLikeHost(first) ? first : "";
    }
}
