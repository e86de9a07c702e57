package org.byway.ui.bridge;

import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;

/** Told how a test of endpoints goes on; a screen is told on the thread of the window. */
public interface TestWatch {
    void tested(ListEntry entry, ProbeVerdict verdict);

    /** All have their verdict, or it was cancelled. */
    void ended();
}
