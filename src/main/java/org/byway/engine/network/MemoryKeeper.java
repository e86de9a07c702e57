package org.byway.engine.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.byway.engine.pool.EndpointPool;
import org.byway.model.EndpointId;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.RememberedEndpoint;

/**
 * Takes what is remembered of a network into the pool, and has what was learned in it kept: at most once a minute where
 * something of weight changed, and at the end. Engine thread.
 */
public final class MemoryKeeper {
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);
    /** Weights and durations alone. */
    private static final Duration ANYWAY = Duration.ofMinutes(10);

    private final Executor thread;
    private final InstantSource wall;
    private final EndpointPool pool;
    private final NetworkMemory memory;
    private Optional<NetworkIdentity.Known> network = Optional.empty();
    private Instant keptAt;
    private Map<EndpointId, Boolean> kept = Map.of();

    public MemoryKeeper(Executor thread, InstantSource wall, EndpointPool pool, NetworkMemory memory) {
        this.thread = thread;
        this.wall = wall;
        this.pool = pool;
        this.memory = memory;
        this.keptAt = pool.now();
    }

    /** From one network to another: what was learned in the first says nothing in the second. */
    public CompletionStage<Void> enter(NetworkIdentity.Known next) {
        boolean isFirst = network.isEmpty();
        keep();
        if (!isFirst) {
            pool.forget();
        }
        network = Optional.of(next);
        return memory.recall(next).exceptionally(failure -> List.of()).thenAcceptAsync(remembered -> {
            if (network.equals(Optional.of(next))) {
                pool.recall(remembered, wall.instant());
                kept = weighty(remembered);
            }
        }, thread);
    }

    public void everySecond() {
        Duration since = Duration.between(keptAt, pool.now());
        if (since.compareTo(AT_MOST_EVERY) >= 0 && network.isPresent()) {
            Map<EndpointId, Boolean> now = weighty(pool.recollect(wall.instant()));
            if (!now.equals(kept) || since.compareTo(ANYWAY) >= 0) {
                keep();
            }
        }
    }

    /** What is not known of any network is not kept. */
    public CompletionStage<Void> keep() {
        List<RememberedEndpoint> learned = pool.recollect(wall.instant());
        if (network.isEmpty() || learned.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        keptAt = pool.now();
        kept = weighty(learned);
        return memory.keep(network.get(), learned);
    }

    private static Map<EndpointId, Boolean> weighty(List<RememberedEndpoint> learned) {
        Map<EndpointId, Boolean> weighty = new HashMap<>();
        learned.forEach(it -> weighty.put(it.id(), it.hasWorked()));
        return weighty;
    }
}
