package org.byway.protocol.shadowsocks;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.net.Dials;
import org.byway.net.PacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;

/** A Shadowsocks server: each stream is a connection, ready as soon as that is open. */
public final class ShadowsocksUpstream implements Upstream {
    private final StreamDialer carrier;
    private final PacketDialer packetCarrier;
    private final Destination server;
    private final MasterKey master;
    private final Salts salts = new Salts();

    private ShadowsocksUpstream(StreamDialer carrier, PacketDialer packetCarrier, Destination server,
            MasterKey master) {
        this.carrier = carrier;
        this.packetCarrier = packetCarrier;
        this.server = server;
        this.master = master;
    }

    public static Upstream over(StreamDialer streams, PacketDialer packets, ShadowsocksEndpoint endpoint) {
        return new ShadowsocksUpstream(streams, packets, new Destination(endpoint.server()), MasterKey.of(endpoint));
    }

    @Override
    public StreamDialer streams() {
        return this::dial;
    }

    private Future<Channel> dial(Destination to, EventLoop loop) {
        return Dials.over(carrier.dial(server, loop), loop, (channel, ready) -> {
            channel.pipeline().addLast(new ChunkDecoder(master, salts), new ChunkEncoder(master, salts, to));
            Dials.deliver(channel, ready);
        });
    }

    @Override
    public Optional<PacketDialer> packets() {
        return Optional.of(this::open);
    }

    private Future<Channel> open(EventLoop loop) {
        return Dials.over(packetCarrier.open(loop), loop, (channel, ready) -> {
            channel.pipeline().addLast(new SealedPacketHandler(master, server));
            Dials.deliver(channel, ready);
        });
    }

    /** The server never says anything of a destination, nor of a wrong password. */
    @Override
    public boolean confirms() {
        return false;
    }
}
