package org.byway.protocol.wireguard;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.byway.model.AddressBlock;
import org.byway.model.Destination;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardKey;
import org.byway.model.endpoint.WireGuardPeer;
import org.byway.net.MadeOnce;
import org.byway.net.OwnLoopDialer;
import org.byway.net.PacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.netstack.TunnelAddresses;

/**
 * A WireGuard server: streams and datagrams by a TCP/IP stack of our own through one tunnel. The handshake is begun by the
 * first who wants something, and no socket is opened before; a tunnel that nobody uses says nothing.
 */
public final class WireGuardUpstream implements Upstream {
    private final MadeOnce<LiveTunnel> tunnel;
    private final List<AddressBlock> reachable;

    private WireGuardUpstream(MadeOnce<LiveTunnel> tunnel, List<AddressBlock> reachable) {
        this.tunnel = tunnel;
        this.reachable = reachable;
    }

    /**
     * @param packets reaches its server
     * @param opening how long a stream may take to open; the tunnel's handshake a little longer
     * @param loops   gives the loop on which the tunnel is to live
     */
    public static Upstream over(PacketDialer packets, WireGuardEndpoint endpoint, Duration opening,
            Supplier<EventLoop> loops) {
        List<AddressBlock> reachable = endpoint.peers().stream().map(WireGuardPeer::allowedIps).flatMap(List::stream)
                .toList();
        return new WireGuardUpstream(
                new MadeOnce<>(() -> new LiveTunnel(plan(packets, endpoint, opening), loops.get())), reachable);
    }

    private static LiveTunnel.Plan plan(PacketDialer packets, WireGuardEndpoint endpoint, Duration opening) {
        TunnelParts parts = new TunnelParts(new Identity(WireGuardKey.bytes(endpoint.privateKey().reveal())),
                endpoint.amnezia(), endpoint.mtu(), packets, InstantSource.system(), new SecureRandom());
        List<RemotePeer.Setup> peers = endpoint.peers().stream().map(it -> RemotePeer.Setup.of(endpoint, it)).toList();
        TunnelAddresses addresses = new TunnelAddresses(endpoint.addresses().stream().map(AddressBlock::inet).toList(),
                endpoint.resolvers().stream().map(InetAddress::ofLiteral).toList());
        return new LiveTunnel.Plan(parts, peers, addresses, opening);
    }

    @Override
    public Future<Void> start() {
        return tunnel.get().up();
    }

    @Override
    public StreamDialer streams() {
        return OwnLoopDialer.streams((to, any) -> tunnel.get().dial(to));
    }

    @Override
    public Optional<PacketDialer> packets() {
        return Optional.of(OwnLoopDialer.packets(any -> tunnel.get().openPackets()));
    }

    /** What the peers' allowed addresses say; a name is somewhere, and only the tunnel's resolver knows where. */
    @Override
    public boolean reaches(Destination to) {
        if (!to.address().isAddress()) {
            return true;
        }
        byte[] address = InetAddress.ofLiteral(to.host()).getAddress();
        return reachable.stream().anyMatch(it -> it.contains(address));
    }

    @Override
    public Future<Void> close() {
        return tunnel.ifMade().map(LiveTunnel::close).orElseGet(Upstream.super::close);
    }
}
