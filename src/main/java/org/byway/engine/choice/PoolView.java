package org.byway.engine.choice;

import java.util.List;
import java.util.Optional;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.EndpointId;

/** The best candidates at one moment, best first: all that a dial ever looks at. Immutable. */
public record PoolView(List<Candidate> ranked) {
    /** More than one dial can try within its budget. */
    public static final int MAX_CANDIDATES = 64;

    public static final PoolView EMPTY = new PoolView(List.of());

    public Optional<Candidate> find(EndpointId id) {
        return ranked.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    }

    public Optional<NamedEndpoint> best() {
        return ranked.stream().findFirst().map(Candidate::endpoint);
    }
}
