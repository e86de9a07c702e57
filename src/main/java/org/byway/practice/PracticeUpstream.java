package org.byway.practice;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.EventLoops;

/** One SOCKS5 server of the practice network: can fail, and come back at the same address. */
final class PracticeUpstream implements PracticeServer {
    /** The system gives a free port first and lets it be listened at then; another program may come between and take it. */
    private static final int TRIES = 5;

    private final String name;
    private final ServerBootstrap bootstrap;
    private volatile ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private volatile InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    PracticeUpstream(String name, EventLoops loops) {
        this(name, loops, NioServerSocketChannel::new);
    }

    /** @param sockets makes what it listens with */
    PracticeUpstream(String name, EventLoops loops, ChannelFactory<? extends ServerChannel> sockets) {
        this.name = name;
        bootstrap = new ServerBootstrap().group(loops.group()).channelFactory(sockets)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        open.add(client);
                        client.pipeline().addLast(Socks5ServerEncoder.DEFAULT, new Socks5InitialRequestDecoder(),
                                new PracticeSocksHandler(name));
                    }
                });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Endpoint endpoint() {
        return new Socks5Endpoint(new HostPort(address.getAddress().getHostAddress(), address.getPort()),
                Optional.empty());
    }

    @Override
    public void openFirst() {
        ChannelFuture bound = bind().awaitUninterruptibly();
        for (int tries = 1; tries < TRIES && bound.cause() instanceof BindException; tries++) {
            bound = bind().awaitUninterruptibly();
        }
        address = (InetSocketAddress) bound.syncUninterruptibly().channel().localAddress();
    }

    @Override
    public void open() {
        bind();
    }

    private ChannelFuture bind() {
        ChannelGroup next = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        open = next;
        ChannelFuture bound = bootstrap.bind(address);
        next.add(bound.channel());
        return bound;
    }

    /** Refuses from now on, and resets what is open. */
    @Override
    public void fail() {
        ChannelGroup struck = open;
        struck.forEach(channel -> channel.eventLoop().execute(() -> resetWhenClosed(channel)));
        struck.close();
    }

    private static void resetWhenClosed(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
    }
}
