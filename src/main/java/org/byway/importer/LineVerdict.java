package org.byway.importer;

import org.byway.model.ListEntry;

/** What became of one line of a text; lines count from 1, and a line with several links has several verdicts. */
public sealed interface LineVerdict {
    int line();

    /** An entry that Byway can use. */
    record Read(int line, ListEntry entry) implements LineVerdict {}

    /** An entry that this version cannot run; its endpoint is unsupported and holds the whole link. */
    record Kept(int line, ListEntry entry) implements LineVerdict {}

    /**
     * No entry.
     *
     * @param excerpt the host and nothing else of the line, or empty where that cannot be told from a secret
     */
    record Rejected(int line, Rejection why, String excerpt) implements LineVerdict {}

    /** A comment, or the titles over columns. */
    record Ignored(int line) implements LineVerdict {}
}
