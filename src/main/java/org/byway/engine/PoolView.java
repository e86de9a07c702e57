package org.byway.engine;

import java.util.List;
import java.util.Optional;
import org.byway.model.EndpointId;

/** The best candidates at one moment, best first: all that a dial ever looks at. Immutable. */
record PoolView(List<Candidate> ranked) {
    /** More than one dial can try within its budget. */
    static final int MAX_CANDIDATES = 64;

    static final PoolView EMPTY = new PoolView(List.of());

    Optional<Candidate> find(EndpointId id) {
        return ranked.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    }

    Optional<NamedEndpoint> best() {
        return ranked.stream().findFirst().map(Candidate::endpoint);
    }
}
