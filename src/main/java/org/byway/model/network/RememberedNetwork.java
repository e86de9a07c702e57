package org.byway.model.network;

import java.util.Comparator;
import java.util.List;

/**
 * What was learned in one network, the latest of it first.
 *
 * @param hash of {@link NetworkIdentity.Known}
 */
public record RememberedNetwork(String hash, List<RememberedEndpoint> endpoints) {
    /** More would cost every save, and the oldest says least. */
    public static final int MOST_ENDPOINTS = 500;

    public RememberedNetwork {
        endpoints = endpoints.stream()
                .sorted(Comparator.comparingLong(RememberedEndpoint::seenEpochSecond).reversed())
                .limit(MOST_ENDPOINTS).toList();
    }
}
