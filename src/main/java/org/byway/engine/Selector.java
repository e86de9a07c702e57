package org.byway.engine;

import java.util.Optional;
import java.util.Set;
import org.byway.model.EndpointId;

/** Which upstream a dial tries next: a pure function, and the whole of a failover strategy. */
@FunctionalInterface
interface Selector {
    /** The best of the view that was not tried. */
    Selector AUTOMATIC = (pool, tried) -> pool.ranked().stream().map(Candidate::id).filter(id -> !tried.contains(id))
            .findFirst();

    Optional<EndpointId> select(PoolView pool, Set<EndpointId> tried);
}
