package org.byway.engine.probing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.byway.engine.choice.Candidate;
import org.byway.engine.pool.EndpointPool;
import org.byway.model.EndpointId;

/**
 * Readies upstreams before a program needs them, which for a tunnel is its handshake: each once, as long as it keeps its part.
 * What comes of it is nobody's verdict; that is left to traffic and probes. Engine thread.
 */
public final class HeadStart {
    private final EndpointPool pool;
    private final Set<EndpointId> begun = new HashSet<>();

    public HeadStart(EndpointPool pool) {
        this.pool = pool;
    }

    /** These are the one in use and the warm spares now. */
    public void ready(Collection<EndpointId> wanted) {
        begun.retainAll(wanted);
        for (EndpointId each : wanted) {
            if (begun.add(each)) {
                pool.candidate(each).map(Candidate::upstream).ifPresent(it -> it.start());
            }
        }
    }
}
