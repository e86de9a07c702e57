package org.byway.engine.probing;

import org.byway.engine.blame.Evidence;
import org.byway.engine.health.Depth;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointId;

/** Who is told what probes and searches show; engine thread. */
public interface ProbeWatch {
    void saw(Evidence evidence);

    /** It does not work to this depth, which is no suspicion any more. */
    void judgedDown(EndpointId id, Depth depth, Reason why);

    /** Nothing is known to work, and so many were tried so far. */
    void searching(int tried);

    /** Nothing that was tried works. */
    void searchedInVain(Reason.SearchedInVain why);
}
