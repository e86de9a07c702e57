package org.byway.engine.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.PoolView;
import org.byway.engine.choice.Selector;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.Destination;
import org.byway.model.EndpointId;

/** Who is kept warm beside the one in use: a pure function of what is known at one moment. */
record Spares(Crowd crowd, PoolView view, Order order, Instant now) {
    /** Spares are for any destination. */
    private static final Destination NOWHERE = Destination.of("spare.invalid", 1);

    /** One that was left and may be better than the one in use, to be seen how it does, and unlike ones that would be next. */
    List<EndpointId> best(int most) {
        Optional<PoolMember> current = view.best().map(NamedEndpoint::id).flatMap(crowd::find);
        if (current.isEmpty() || order.only().isPresent()) {
            return List.of();
        }
        Set<EndpointId> taken = new LinkedHashSet<>(Set.of(current.get().id()));
        left(current.get()).ifPresent(it -> taken.add(it.id()));
        PoolView well = new PoolView(view.ranked().stream().filter(Candidate::isWell).toList());
        Optional<EndpointId> next = Selector.UNLIKE.select(well, NOWHERE, taken);
        while (next.isPresent() && taken.size() <= most) {
            taken.add(next.get());
            next = Selector.UNLIKE.select(well, NOWHERE, taken);
        }
        return taken.stream().skip(1).toList();
    }

    private Optional<PoolMember> left(PoolMember current) {
        return crowd.known().stream().filter(it -> it != current && it.isShaken() && !it.health().isResting(now))
                .filter(it -> it.cost(now).isPresent() || (order.keepsList() && it.place() < current.place()))
                .min(Comparator.comparingInt(PoolMember::place));
    }
}
