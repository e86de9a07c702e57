package org.byway.subscription;

import org.byway.importer.Rejection;
import org.byway.model.ListEntry;

/** What became of one line of a source in the list; lines count from 1. Holds no secrets outside of the entries' own. */
public sealed interface ImportedLine {
    int line();

    /** New in the list. */
    record Added(int line, ListEntry entry) implements ImportedLine {}

    /** New in the list, and kept there until a version can run it. */
    record Kept(int line, ListEntry entry) implements ImportedLine {}

    /** The same server, reached the same way, was there; the entry is that one. */
    record AlreadyThere(int line, ListEntry entry) implements ImportedLine {}

    /** No entry; the excerpt is a host or empty. */
    record Rejected(int line, Rejection why, String excerpt) implements ImportedLine {}

    /** A comment, or the titles over columns. */
    record Ignored(int line) implements ImportedLine {}
}
