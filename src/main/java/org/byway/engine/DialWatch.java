package org.byway.engine;

import org.byway.net.Outcome;

/** Who is told what dials show; called on event loops. */
interface DialWatch {
    void outcome(NamedEndpoint through, Outcome outcome);

    /** A program's request got no stream from any upstream, the last one failing like this. */
    void gaveUp(Reason.Failed last);

    /** There was no upstream to try. */
    void nothingToTry();
}
