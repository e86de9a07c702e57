package org.byway.engine.probing;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.byway.engine.health.Depth;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.Upstream;

/** Looks through an upstream on purpose, since no program does; not for network loops. */
@FunctionalInterface
public interface Prober {
    /**
     * Begins; completes on any thread, and cancelling ends every connection.
     *
     * @param depth    how far is looked: not beyond a first sign of life, or up to more bytes than filters let pass
     * @param patience how long a stream may stand still before it is frozen
     */
    Future<ProbeVerdict> probe(Upstream upstream, Depth depth, Duration patience);
}
