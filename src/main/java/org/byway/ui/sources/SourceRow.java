package org.byway.ui.sources;

import org.byway.model.Source;

/**
 * One line of the table.
 *
 * @param name    as people read it
 * @param entries of the list that came from there, alone or among others
 */
record SourceRow(Source source, String name, int entries) {
    /** Whether there is a place to read it from once more. */
    boolean mayBeRefreshed() {
        return source.place().isPresent();
    }

    /** Whether anything is known of its last reading; of what an older Byway added there is not. */
    boolean isRemembered() {
        return source.readEpochSecond() > 0;
    }
}
