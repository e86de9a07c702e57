package org.byway.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.network.NetworkSense;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.NetworkSight;
import org.byway.model.network.RememberedEndpoint;

/** The network that a test puts the computer on, and a memory that outlives an engine. */
public final class FakeNetworks implements NetworkSense, NetworkMemory {
    public static final NetworkIdentity.Known HOME = new NetworkIdentity.Known("home");
    public static final NetworkIdentity.Known CAFE = new NetworkIdentity.Known("cafe");

    public final Map<NetworkIdentity, List<RememberedEndpoint>> kept = new LinkedHashMap<>();
    public final List<NetworkIdentity.Known> savings = new ArrayList<>();
    public int looks;
    private NetworkIdentity network = HOME;
    private Supplier<Optional<Duration>> sinceBoot = Optional::empty;

    public FakeNetworks on(NetworkIdentity other) {
        network = other;
        return this;
    }

    public FakeNetworks cutOff() {
        return on(new NetworkIdentity.None());
    }

    public FakeNetworks untold() {
        return on(new NetworkIdentity.Unknown());
    }

    public void running(Supplier<Optional<Duration>> since) {
        sinceBoot = since;
    }

    @Override
    public CompletionStage<NetworkSight> look() {
        looks++;
        return CompletableFuture.completedStage(new NetworkSight(network, sinceBoot.get()));
    }

    @Override
    public CompletionStage<List<RememberedEndpoint>> recall(NetworkIdentity.Known at) {
        return CompletableFuture.completedStage(kept.getOrDefault(at, List.of()));
    }

    @Override
    public CompletionStage<Void> keep(NetworkIdentity.Known at, List<RememberedEndpoint> endpoints) {
        savings.add(at);
        kept.put(at, endpoints);
        return CompletableFuture.completedStage(null);
    }
}
