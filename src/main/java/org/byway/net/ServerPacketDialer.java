package org.byway.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;

/** Reaches endpoint servers by datagrams over the bare network, and never a destination of a local program. */
public final class ServerPacketDialer implements PacketDialer {
    private final SystemResolver resolver = new SystemResolver();

    @Override
    public Future<Channel> open(EventLoop loop) {
        Promise<Channel> ready = loop.newPromise();
        ChannelFuture bound = new Bootstrap().group(loop).channel(NioDatagramChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(SocketOptions.LARGEST_DATAGRAM))
                .handler(new ServerPacketHandler(resolver)).bind(new InetSocketAddress(0));
        Dials.closeWhenCancelled(ready, bound.channel());
        bound.addListener(done -> {
            if (done.isSuccess()) {
                Dials.deliver(bound.channel(), ready);
            } else {
                ready.tryFailure(SocketFailures.explain(done.cause()));
            }
        });
        return ready;
    }
}
