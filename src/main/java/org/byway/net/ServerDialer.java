package org.byway.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.byway.model.Destination;

/**
 * Reaches endpoint servers and list sources over the bare network: the one dialer here that does, and never to a
 * destination of a local program.
 */
public final class ServerDialer implements StreamDialer {
    private final SystemResolver resolver = new SystemResolver();
    private final Duration deadline;

    /** @param deadline for each address of a server */
    public ServerDialer(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public Future<Channel> dial(Destination server, EventLoop loop) {
        Promise<Channel> connected = loop.newPromise();
        resolver.resolve(server.address(), loop).addListener((Future<List<InetAddress>> found) -> {
            if (found.isSuccess()) {
                tryNext(new ArrayDeque<>(found.getNow()), server.port(), loop, connected);
            } else {
                connected.tryFailure(SocketFailures.explain(found.cause()));
            }
        });
        return connected;
    }

    private void tryNext(Queue<InetAddress> addresses, int port, EventLoop loop, Promise<Channel> connected) {
        ChannelFuture attempt = connect(new InetSocketAddress(addresses.remove(), port), loop);
        Dials.closeWhenCancelled(connected, attempt.channel());
        attempt.addListener(done -> {
            if (done.isSuccess()) {
                Dials.deliver(attempt.channel(), connected);
            } else if (addresses.isEmpty() || connected.isDone()) {
                connected.tryFailure(SocketFailures.explain(done.cause()));
            } else {
                tryNext(addresses, port, loop, connected);
            }
        });
    }

    private ChannelFuture connect(InetSocketAddress address, EventLoop loop) {
        Bootstrap bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(deadline.toMillis()));
        for (Map.Entry<ChannelOption<?>, Object> option : SocketOptions.forStreams().entrySet()) {
            setOption(bootstrap, option.getKey(), option.getValue());
        }
        return bootstrap.connect(address);
    }

    @SuppressWarnings("unchecked") // the map was made with matching values
    private static <T> void setOption(Bootstrap bootstrap, ChannelOption<?> option, Object value) {
        bootstrap.option((ChannelOption<T>) option, (T) value);
    }
}
