package org.byway.engine.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.blame.Kinship;
import org.byway.model.Destination;
import org.byway.model.EndpointId;

/** Which upstream of the ranked view a dial to a destination tries next: a pure function. */
@FunctionalInterface
public interface Selector {
    /** The best of the view that was not tried. */
    Selector BEST = (pool, to, tried) -> pool.ranked().stream().map(Candidate::id).filter(id -> !tried.contains(id))
            .findFirst();

    /** Of those that rank best and were not tried the one least like those that were. */
    Selector UNLIKE = (pool, to, tried) -> {
        List<Kinship> failed = pool.ranked().stream().filter(it -> tried.contains(it.id())).map(Candidate::kinship)
                .toList();
        List<Candidate> left = pool.ranked().stream().filter(it -> !tried.contains(it.id())).toList();
        return left.stream().filter(it -> it.rank() == left.getFirst().rank())
                .min(Comparator.comparingInt(it -> likeness(it, failed))).map(Candidate::id);
    };

    /** Of those that are well, the one that this host always gets; only what a host loses is dealt out again. */
    Selector BY_HOST = (pool, to, tried) -> pool.ranked().stream().filter(Candidate::isWell).map(Candidate::id)
            .filter(id -> !tried.contains(id)).max(Comparator.comparingLong(id -> weight(to, id)))
            .or(() -> UNLIKE.select(pool, to, tried));

    Optional<EndpointId> select(PoolView pool, Destination to, Set<EndpointId> tried);

    private static int likeness(Candidate candidate, List<Kinship> failed) {
        return failed.stream().mapToInt(candidate.kinship()::likeness).max().orElse(0);
    }

    /** Rendezvous hashing (Thaler and Ravishankar, 1998): no table, and every host has an order of its own. */
    private static long weight(Destination to, EndpointId id) {
        long mixed = to.address().host().hashCode() * 0x9e3779b97f4a7c15L + id.text().hashCode();
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
