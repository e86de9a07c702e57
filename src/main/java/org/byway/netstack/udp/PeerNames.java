package org.byway.netstack.udp;

import java.util.Map;
import org.byway.model.Destination;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/** As which destination each peer of a channel was named, and which address each name has; the least recently used are forgotten. */
final class PeerNames {
    private static final int MOST = 4_096;

    private final Map<Destination, IpAddress> addresses = new RecentlyUsed<>(MOST);
    private final Map<Peer, Destination> names = new RecentlyUsed<>(MOST);

    /** Where a datagram comes from or goes to. */
    record Peer(IpAddress address, int port) {}

    @Nullable
    IpAddress addressOf(Destination peer) {
        return addresses.get(peer);
    }

    void learn(Destination peer, IpAddress address) {
        addresses.put(peer, address);
        names.put(new Peer(address, peer.port()), peer);
    }

    /** The destination as it was named, else by its address. */
    Destination nameOf(IpAddress address, int port) {
        Destination known = names.get(new Peer(address, port));
        return known == null ? Destination.of(address.toString(), port) : known;
    }
}
