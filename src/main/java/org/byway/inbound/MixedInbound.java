package org.byway.inbound;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.Ticker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.byway.model.HostPort;
import org.byway.net.EventLoops;
import org.byway.net.Inbound;
import org.byway.net.Outbound;
import org.byway.net.SocketOptions;

/** Listens on one port of the loopback for SOCKS and HTTP alike. */
public final class MixedInbound implements Inbound {
    private static final int BACKLOG = 1024;
    /** The JDK gives a port back only when the selector of its loop has looked again, after the channel is closed. */
    private static final int SELECTOR_LOOKS_AGAIN_MILLIS = 5;

    private final EventLoops loops;
    private final EventLoop loop;
    private final ConnectionLimit limit;
    private final ChannelFactory<? extends ServerChannel> listeners;
    private final Reception welcoming;
    private final Reception crowded;
    private final RateLimitedLog log = new RateLimitedLog(Ticker.systemTicker());
    private final ChannelGroup open = new DefaultChannelGroup("byway-inbound", GlobalEventExecutor.INSTANCE, true);

    public MixedInbound(EventLoops loops, Outbound outbound, InboundSettings settings) {
        this(loops, outbound, settings, NioServerSocketChannel::new);
    }

    /** @param listeners makes the socket that listens */
    MixedInbound(EventLoops loops, Outbound outbound, InboundSettings settings,
            ChannelFactory<? extends ServerChannel> listeners) {
        this.loops = loops;
        this.loop = loops.next();
        this.listeners = listeners;
        limit = new ConnectionLimit(settings.mostConnections());
        welcoming = new Reception(outbound, new ProxyLogin(settings.login()), settings.requestDeadline(), log, false);
        crowded = welcoming.full();
    }

    @Override
    public Future<HostPort> bind(HostPort address) {
        return bind(address.host(), address.port());
    }

    @Override
    public Future<HostPort> bindAnywhere(String host) {
        return bind(host, 0);
    }

    @Override
    public Future<Void> close() {
        Promise<Void> closed = GlobalEventExecutor.INSTANCE.newPromise();
        open.close().addListener(done -> loop.schedule(() -> closed.setSuccess(null), SELECTOR_LOOKS_AGAIN_MILLIS,
                TimeUnit.MILLISECONDS));
        return closed;
    }

    private Future<HostPort> bind(String host, int port) {
        Promise<HostPort> bound = GlobalEventExecutor.INSTANCE.newPromise();
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException isName) {
            return bound.setFailure(isName);
        }
        if (!address.isLoopbackAddress()) {
            return bound.setFailure(new IllegalArgumentException("only loopback addresses are listened on"));
        }
        ChannelFuture listening = bootstrap().bind(new InetSocketAddress(address, port));
        listening.addListener(done -> {
            if (done.isSuccess()) {
                open.add(listening.channel());
                listening.channel().pipeline().addLast(new AcceptFailures(log));
                InetSocketAddress local = (InetSocketAddress) listening.channel().localAddress();
                bound.setSuccess(new HostPort(local.getAddress().getHostAddress(), local.getPort()));
            } else {
                bound.setFailure(done.cause());
            }
        });
        return bound;
    }

    private ServerBootstrap bootstrap() {
        ServerBootstrap bootstrap = new ServerBootstrap().group(loop, loops.group())
                .channelFactory(listeners)
                .option(ChannelOption.SO_BACKLOG, BACKLOG).option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        receive(client);
                    }
                });
        for (Map.Entry<ChannelOption<?>, Object> option : SocketOptions.forStreams().entrySet()) {
            setOption(bootstrap, option.getKey(), option.getValue());
        }
        return bootstrap;
    }

    private void receive(Channel client) {
        ConnectionLimit.Admission admission = limit.admit(client);
        if (admission == ConnectionLimit.Admission.DROPPED) {
            log.closing("far too many are open");
            client.config().setOption(ChannelOption.SO_LINGER, 0);
            client.close();
            return;
        }
        open.add(client);
        client.pipeline().addLast(
                new ProtocolDetector(admission == ConnectionLimit.Admission.TURNED_AWAY ? crowded : welcoming));
    }

    @SuppressWarnings("unchecked") // the map was made with matching values
    private static <T> void setOption(ServerBootstrap bootstrap, ChannelOption<?> option, Object value) {
        bootstrap.childOption((ChannelOption<T>) option, (T) value);
    }
}
