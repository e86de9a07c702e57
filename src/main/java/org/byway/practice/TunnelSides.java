package org.byway.practice;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.byway.crypto.X25519;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;

/**
 * The two ends of a tunnel to a server of ours, as configurations.
 *
 * @param serverKey private, as {@code clientKey}
 * @param reachable the block of addresses behind the server
 */
public record TunnelSides(Secret serverKey, Secret clientKey, String reachable) {
    /** The server's address in the tunnel, where it answers questions for names too. */
    public static final String SERVER_ADDRESS = "10.77.0.1";

    private static final String CLIENT_ADDRESS = "10.77.0.2";
    /** What the server does not need: the client speaks first. */
    private static final HostPort NOWHERE = new HostPort("127.0.0.1", 1);

    /** With keys that nobody has seen. */
    public static TunnelSides fresh(String reachable) {
        return new TunnelSides(newKey(), newKey(), reachable);
    }

    private static Secret newKey() {
        return Secret.of(Base64.getEncoder().encodeToString(X25519.randomPrivateKey()));
    }

    /** The entry of a client's list. */
    public WireGuardEndpoint client(HostPort server) {
        return side(clientKey, CLIENT_ADDRESS, peer(server, serverKey, reachable));
    }

    WireGuardEndpoint server() {
        return side(serverKey, SERVER_ADDRESS, peer(NOWHERE, clientKey, CLIENT_ADDRESS + "/32"));
    }

    private static WireGuardEndpoint side(Secret own, String address, WireGuardPeer peer) {
        return new WireGuardEndpoint(own, List.of(AddressBlock.parse(address)), List.of(SERVER_ADDRESS),
                WireGuardEndpoint.USUAL_MTU, List.of(peer), Optional.empty());
    }

    private static WireGuardPeer peer(HostPort at, Secret key, String allowed) {
        String publicKey = Base64.getEncoder()
                .encodeToString(X25519.publicKey(Base64.getDecoder().decode(key.reveal())));
        return new WireGuardPeer(at, publicKey, Optional.empty(), List.of(AddressBlock.parse(allowed)),
                Optional.empty(), Optional.empty());
    }
}
