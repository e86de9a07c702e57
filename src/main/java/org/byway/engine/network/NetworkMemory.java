package org.byway.engine.network;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.RememberedEndpoint;

/** Keeps what was learned in each network beyond the program's end; returns at once, and completes soon on any thread. */
public interface NetworkMemory {
    /** Remembers nothing. */
    NetworkMemory NONE = new NetworkMemory() {
        @Override
        public CompletionStage<List<RememberedEndpoint>> recall(NetworkIdentity.Known network) {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public CompletionStage<Void> keep(NetworkIdentity.Known network, List<RememberedEndpoint> endpoints) {
            return CompletableFuture.completedStage(null);
        }
    };

    /** Nothing where nothing can be read: it is no reason to fail. */
    CompletionStage<List<RememberedEndpoint>> recall(NetworkIdentity.Known network);

    /** In the place of what was kept for that network before. */
    CompletionStage<Void> keep(NetworkIdentity.Known network, List<RememberedEndpoint> endpoints);
}
