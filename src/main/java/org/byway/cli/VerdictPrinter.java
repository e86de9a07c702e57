package org.byway.cli;

import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;

/** Writes what a test finds, as it comes or at the end. */
interface VerdictPrinter {
    void add(ListEntry entry, ProbeVerdict verdict);

    void end();
}
