package org.byway.model.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was learned in each network that this computer was on, the latest first.
 *
 * @param salt of the hashes, random for each profile; empty before the first use
 */
public record RememberedNetworks(String salt, List<RememberedNetwork> networks) {
    public static final RememberedNetworks NONE = new RememberedNetworks("", List.of());

    /** Home, work, a telephone, a few cafés. */
    public static final int MOST_NETWORKS = 8;

    public RememberedNetworks {
        networks = networks.stream().limit(MOST_NETWORKS).toList();
    }

    public RememberedNetworks withSalt(String random) {
        return new RememberedNetworks(random, networks);
    }

    public Optional<RememberedNetwork> find(NetworkIdentity.Known network) {
        return networks.stream().filter(it -> it.hash().equals(network.hash())).findFirst();
    }

    /** In the place of what was remembered of that network; the one that was left longest ago goes. */
    public RememberedNetworks with(RememberedNetwork newest) {
        return new RememberedNetworks(salt, Stream.concat(Stream.of(newest),
                networks.stream().filter(it -> !it.hash().equals(newest.hash()))).toList());
    }
}
