package org.byway.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.RememberedEndpoint;
import org.byway.model.network.RememberedNetwork;
import org.byway.model.network.RememberedNetworks;

/** What was learned of endpoints in each network; of destinations nothing. */
public final class NetworkMemoryStore extends DocumentStore<RememberedNetworks> {
    private static final int SALT_LENGTH = 16;

    NetworkMemoryStore(ProfileFiles files) {
        super(files, new RecordFormat<>("networks", RememberedNetworks.class, RememberedNetworks.NONE));
    }

    /** What is stored, with a salt that is made at the first use. */
    public Loaded<RememberedNetworks> open() throws StoreException {
        return update(now -> now.salt().isEmpty() ? now.withSalt(random()) : now);
    }

    public List<RememberedEndpoint> recall(NetworkIdentity.Known network) throws StoreException {
        return load().value().find(network).map(RememberedNetwork::endpoints).orElse(List.of());
    }

    public void keep(NetworkIdentity.Known network, List<RememberedEndpoint> endpoints) throws StoreException {
        update(now -> now.with(new RememberedNetwork(network.hash(), endpoints)));
    }

    private static String random() {
        byte[] salt = new byte[SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
