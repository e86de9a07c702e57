package org.byway.protocol.socks;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import org.byway.model.Destination;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Dials;
import org.byway.net.DrainHandler;
import org.byway.net.HandshakeDialer;
import org.byway.net.PacketDialer;
import org.byway.net.StreamDialer;

/**
 * Datagrams through a SOCKS5 server (RFC 1928, section 7): a stream asks for the association and keeps it alive, another
 * way carries the datagrams to the relay that the server names. Both close together.
 */
record Socks5PacketDialer(StreamDialer streams, PacketDialer packets, Socks5Endpoint endpoint,
        Duration deadline) implements PacketDialer {
    @Override
    public Future<Channel> open(EventLoop loop) {
        Promise<Channel> ready = loop.newPromise();
        Promise<Destination> relay = loop.newPromise();
        Future<Channel> control = HandshakeDialer.open(streams, endpoint.server(),
                () -> Socks5Handshake.associate(bound -> relay.setSuccess(RelayAddress.read(bound, endpoint.server())),
                        endpoint.login(), deadline),
                loop);
        ready.addListener(done -> {
            if (done.isCancelled()) {
                control.cancel(false);
            }
        });
        control.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                openPackets(done.getNow(), relay.getNow(), ready);
            } else {
                ready.tryFailure(done.cause());
            }
        });
        return ready;
    }

    private void openPackets(Channel control, Destination relay, Promise<Channel> ready) {
        Future<Channel> way = packets.open(control.eventLoop());
        way.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                Channel channel = done.getNow();
                channel.pipeline().addLast(new SocksPacketHandler(relay));
                channel.closeFuture().addListener(closed -> control.close());
                control.closeFuture().addListener(closed -> channel.close());
                control.pipeline().addLast(new DrainHandler());
                control.config().setAutoRead(true);
                Dials.deliver(channel, ready);
            } else {
                control.close();
                ready.tryFailure(done.cause());
            }
        });
    }
}
