package org.byway.model.endpoint;

import java.util.List;
import java.util.Optional;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;

/**
 * A WireGuard tunnel, with or without Amnezia's disguise.
 *
 * @param privateKey ours, in Base64
 * @param addresses  ours inside the tunnel
 * @param resolvers  addresses of the tunnel's name servers
 * @param mtu        the longest packet inside the tunnel, in bytes
 */
public record WireGuardEndpoint(Secret privateKey, List<AddressBlock> addresses, List<String> resolvers, int mtu,
        List<WireGuardPeer> peers, Optional<AmneziaOptions> amnezia) implements Endpoint {
    public static final int USUAL_MTU = 1420;

    private static final int LEAST_MTU = 576;
    private static final int MOST_MTU = 65_535;

    /** @throws InvalidValueException where it has no address or no peer, or a key or a number cannot be one */
    public WireGuardEndpoint {
        privateKey = WireGuardKey.canonical(privateKey);
        addresses = List.copyOf(addresses);
        resolvers = resolvers.stream().map(it -> AddressBlock.parse(it).address()).toList();
        peers = List.copyOf(peers);
        amnezia = amnezia.filter(it -> !it.equals(AmneziaOptions.NONE));
        if (addresses.isEmpty()) {
            throw new InvalidValueException(Problem.NO_TUNNEL_ADDRESS);
        }
        if (peers.isEmpty()) {
            throw new InvalidValueException(Problem.NO_PEER);
        }
        if (mtu < LEAST_MTU || mtu > MOST_MTU) {
            throw new InvalidValueException(Problem.BAD_MTU);
        }
    }

    /** That of the first peer. */
    @Override
    public HostPort server() {
        return peers.getFirst().server();
    }

    @Override
    public String protocol() {
        return amnezia.isPresent() ? "amneziawg" : "wireguard";
    }

    @Override
    public boolean carriesPackets() {
        return true;
    }
}
