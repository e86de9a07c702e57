package org.byway.engine;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.byway.model.Destination;
import org.byway.model.EndpointId;

/** Which upstream of the ranked view a dial to a destination tries next: a pure function. */
@FunctionalInterface
interface Selector {
    /** The best of the view that was not tried. */
    Selector BEST = (pool, to, tried) -> pool.ranked().stream().map(Candidate::id).filter(id -> !tried.contains(id))
            .findFirst();

    /** Of those that are well, the one that this host always gets; only what a host loses is dealt out again. */
    Selector BY_HOST = (pool, to, tried) -> pool.ranked().stream().filter(Candidate::isWell).map(Candidate::id)
            .filter(id -> !tried.contains(id)).max(Comparator.comparingLong(id -> weight(to, id)))
            .or(() -> BEST.select(pool, to, tried));

    Optional<EndpointId> select(PoolView pool, Destination to, Set<EndpointId> tried);

    static Selector of(Strategy strategy) {
        return strategy instanceof Strategy.Spread ? BY_HOST : BEST;
    }

    /** Rendezvous hashing (Thaler and Ravishankar, 1998): no table, and every host has an order of its own. */
    private static long weight(Destination to, EndpointId id) {
        long mixed = to.address().host().hashCode() * 0x9e3779b97f4a7c15L + id.text().hashCode();
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
