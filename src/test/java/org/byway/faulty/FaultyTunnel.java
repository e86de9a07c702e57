package org.byway.faulty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.byway.importer.ShareLinks;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter;
import org.byway.practice.TunnelServer;
import org.byway.practice.TunnelSides;
import org.jspecify.annotations.Nullable;

/**
 * A faulty WireGuard server, in front of sites that it reaches with sockets of its own. Names have addresses in the tunnel that
 * only it knows. Streams stand at the sites, so a new process at its place loses the sessions and not the streams.
 */
public final class FaultyTunnel extends FaultyServer {
    public static final ServerKind KIND = new ServerKind() {
        @Override
        public boolean knows(Temper temper) {
            return switch (temper) {
                case Temper.Healthy healthy -> true;
                case Temper.Refused refused -> true;
                case Temper.SilentAfter silent -> silent.point() == Temper.Point.ACCEPTED
                        || silent.point() == Temper.Point.GRANTED;
                case Temper.Flapping flapping -> flapping.ill().equals(Temper.SYN_DROPPED) || knows(flapping.ill());
                case Temper.OfDatagrams datagrams -> true;
                default -> false;
            };
        }

        @Override
        public FaultyServer open(String address, Sites sites, Duration roundTrip) throws IOException {
            return new FaultyTunnel(address, sites, roundTrip);
        }
    };

    /** In which a tunnel's client may be told names (RFC 2544: nobody's in the internet). */
    private static final String NAMES = "198.18.";
    private static final long SEED = 20_180_416;
    private static final int MOST_TURNS = 100;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1,
            new DefaultThreadFactory("faulty-tunnel", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final TunnelSides sides = TunnelSides.fresh("0.0.0.0/0");
    private final InetAddress own;
    private final Sites sites;
    private final long delayNanos;
    private final Random random = new Random(SEED);
    private final AtomicLong accepted = new AtomicLong();
    private final TrafficMeter meter = new TrafficMeter();
    private final Map<String, String> addressOf = new HashMap<>();
    private final Map<String, String> nameOf = new HashMap<>();
    private final TunnelServer server;
    private volatile InetSocketAddress address;
    private @Nullable DatagramPassage passage;

    /** @see ServerKind#open */
    public FaultyTunnel(String address, Sites sites, Duration roundTrip) throws IOException {
        own = InetAddress.ofLiteral(address);
        this.address = new InetSocketAddress(own, 0);
        this.sites = sites;
        delayNanos = roundTrip.toNanos() / 2;
        server = new TunnelServer(loop, sides, this::find, this::serve);
        change(Temper.HEALTHY);
    }

    @Override
    public HostPort address() {
        return new HostPort(own.getHostAddress(), address.getPort());
    }

    @Override
    public String link() {
        return ShareLinks.write(ListEntry.of(sides.client(address()), "", "faulty")).orElseThrow().reveal();
    }

    @Override
    public long accepted() {
        return accepted.get();
    }

    @Override
    void change(Temper next) throws IOException {
        // a port is free only some turns of the loop after its socket was closed
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (loop.submit(() -> serveAs(next)).syncUninterruptibly().getNow()) {
                return;
            }
        }
        throw new IOException("nobody listens at " + address);
    }

    /** Datagrams know nothing of connections: what is changed is changed for all. */
    @Override
    void changeStanding(Temper next) {}

    private boolean serveAs(Temper next) {
        if (next instanceof Temper.Refused) {
            server.silence();
            passage = null;
            return true;
        }
        if (passage == null || next instanceof Temper.Restarted) {
            return listen(next);
        }
        passage.become(next);
        return true;
    }

    private boolean listen(Temper next) {
        DatagramPassage fresh = new DatagramPassage(next, delayNanos, random);
        passage = fresh;
        Optional<InetSocketAddress> at = server.listen(address, fresh);
        at.ifPresent(it -> address = it);
        return at.isPresent();
    }

    /** Where a name is, for the client. */
    private Optional<String> find(String name) {
        try {
            sites.find(name, 0);
        } catch (IOException nowhere) {
            return Optional.empty();
        }
        String known = addressOf.computeIfAbsent(name,
                any -> NAMES + addressOf.size() / 200 + "." + (addressOf.size() % 200 + 1));
        nameOf.put(known, name);
        return Optional.of(known);
    }

    private void serve(Channel client) {
        accepted.incrementAndGet();
        InetSocketAddress asked = (InetSocketAddress) client.localAddress();
        String literal = asked.getAddress().getHostAddress();
        try {
            connect(client, sites.find(nameOf.getOrDefault(literal, literal), asked.getPort()));
        } catch (IOException nowhere) {
            cut(client);
        }
    }

    private void connect(Channel client, InetSocketAddress to) {
        new Bootstrap().group(loop).channel(NioSocketChannel.class).handler(new ChannelInboundHandlerAdapter())
                .option(ChannelOption.AUTO_READ, false).option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true).connect(to, new InetSocketAddress(own, 0))
                .addListener((ChannelFuture done) -> {
                    if (done.isSuccess()) {
                        Relay.join(client, done.channel(), meter);
                    } else {
                        cut(client);
                    }
                });
    }

    private static void cut(Channel client) {
        client.config().setOption(ChannelOption.SO_LINGER, 0);
        client.close();
    }

    @Override
    public void close() throws IOException {
        strike(Temper.HEALTHY);
        loop.submit(server::close).syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
