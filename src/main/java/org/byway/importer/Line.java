package org.byway.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every line goes through before it is read: cleaning, and finding the links in it. */
final class Line {
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_SCHEME_LENGTH = 20;
    private static final String OPENERS = "\"'`<(";
    private static final String CLOSERS = "\"'`>)";

    private Line() {}

    /** Takes away what an eye cannot see and what a web page has put in. */
    static String clean(String raw) {
        if (isPlain(raw)) {
            return raw.strip();
        }
        StringBuilder clean = new StringBuilder(raw.length());
        boolean isName = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            isName |= c == '#';
            if (c == '\u00a0') {
                clean.append(' ');
            } else if (!isInvisible(c, isName)) {
                clean.append(c);
            }
        }
        return clean.toString().replace("&amp;", "&").strip();
    }

    /** A name as it can be shown anywhere: one line, no control characters, of bearable length. */
    static String name(String raw) {
        StringBuilder name = new StringBuilder(Math.min(raw.length(), MAX_NAME_LENGTH));
        raw.codePoints().limit(MAX_NAME_LENGTH).forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                name.append(' ');
            } else if (type == Character.SURROGATE) {
                name.append('\ufffd');
            } else if (!isDirectionMark(c)) {
                name.appendCodePoint(c);
            }
        });
        return name.toString().strip();
    }

    /** The links of a line without the words round them; a line without any is one piece, as it is. */
    static List<String> links(String line) {
        List<String> links = new ArrayList<>(1);
        int start = nextLink(line, 0);
        if (start < 0) {
            return List.of(line);
        }
        while (start >= 0) {
            int next = nextLink(line, start + 1);
            links.add(line.substring(start, endOfLink(line, start, next < 0 ? line.length() : wordsEnd(line, next))));
            start = next;
        }
        return links;
    }

    /** The length of {@code scheme} where the text begins with {@code scheme://}, otherwise 0. */
    static int schemeLength(String text) {
        int end = text.indexOf("://");
        boolean isScheme = end > 0 && end <= MAX_SCHEME_LENGTH
                && text.chars().limit(end)
                        .allMatch(c -> isAsciiLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
        return isScheme && isAsciiLetter(text.charAt(0)) ? end : 0;
    }

    private static int nextLink(String line, int from) {
        int colon = line.indexOf("://", from);
        while (colon >= 0) {
            int start = colon;
            while (start > from && isSchemePart(line.charAt(start - 1))) {
                start--;
            }
            boolean isFree = start == 0 || Character.isWhitespace(line.charAt(start - 1))
                    || OPENERS.indexOf(line.charAt(start - 1)) >= 0;
            boolean isLink = isFree
                    && (start == 0 || Schemes.isKnown(line.substring(start, colon).toLowerCase(Locale.ROOT)));
            if (isLink && start < colon) {
                return start;
            }
            colon = line.indexOf("://", colon + 1);
        }
        return -1;
    }

    private static int endOfLink(String line, int start, int limit) {
        int opener = start == 0 ? -1 : OPENERS.indexOf(line.charAt(start - 1));
        if (opener < 0) {
            return limit;
        }
        int closer = line.indexOf(CLOSERS.charAt(opener), start);
        return closer < 0 || closer > limit ? limit : closer;
    }

    /** Where the words before a link end: a mark that opens it is none of theirs. */
    private static int wordsEnd(String line, int link) {
        int end = OPENERS.indexOf(line.charAt(link - 1)) >= 0 ? link - 1 : link;
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSchemePart(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isPlain(String raw) {
        return raw.indexOf("&amp;") < 0 && raw.chars().allMatch(c -> c < 0xa0);
    }

    /** In a name the joiners of U+200C and U+200D are part of the writing: Persian words and some pictures need them. */
    private static boolean isInvisible(char c, boolean isName) {
        boolean isJoiner = c == '\u200c' || c == '\u200d';
        return c == '\ufeff' || c == '\u200b' || c == '\u2060' || c == '\u00ad' || isDirectionMark(c)
                || (isJoiner && !isName);
    }

    private static boolean isDirectionMark(int c) {
        return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
