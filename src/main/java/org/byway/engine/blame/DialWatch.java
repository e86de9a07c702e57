package org.byway.engine.blame;

import org.byway.engine.reason.Reason;

/** Who is told what dials show; called on event loops. */
public interface DialWatch {
    void saw(Evidence evidence);

    /** A program's request got no stream from any upstream, the last one failing like this. */
    void gaveUp(Reason.Failed last);

    /** There was no upstream to try. */
    void nothingToTry();
}
