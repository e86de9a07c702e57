package org.byway.protocol.wireguard;

import io.netty.channel.Channel;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardKey;
import org.byway.netstack.PacketDevice;

/**
 * The other side of a tunnel: knows one client, which speaks first, and answers to wherever that is. Byway embeds it in its
 * practice network; it is no server for others.
 */
public final class WireGuardResponder {
    private final WireGuardTunnel tunnel;

    private WireGuardResponder(WireGuardTunnel tunnel) {
        this.tunnel = tunnel;
    }

    /**
     * Answers on a channel of {@link org.byway.net.Packet}s that hears everybody; on that channel's loop, as every call.
     *
     * @param own what the client's side would call its endpoint: our key, and the client as a peer
     */
    public static WireGuardResponder on(Channel way, WireGuardEndpoint own) {
        TunnelParts parts = new TunnelParts(new Identity(WireGuardKey.bytes(own.privateKey().reveal())), own.amnezia(),
                own.mtu(), loop -> loop.newSucceededFuture(way), InstantSource.system(), new SecureRandom());
        List<RemotePeer.Setup> clients = own.peers().stream()
                .map(it -> new RemotePeer.Setup(Keys.of(own, it), Optional.empty(), it.allowedIps(), Optional.empty(),
                        it.reserved()))
                .toList();
        WireGuardTunnel tunnel = new WireGuardTunnel(parts, clients, way.eventLoop(), WireGuardTunnel.Watcher.NONE);
        tunnel.listenOn(way, parts.random());
        return new WireGuardResponder(tunnel);
    }

    /** What the client's packets come out of. */
    public PacketDevice device() {
        return tunnel;
    }

    /** Forgets every key, and closes the way. */
    public void close() {
        tunnel.close();
    }
}
