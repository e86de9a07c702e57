package org.byway.practice;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Endpoint;
import org.byway.net.EventLoops;
import org.jspecify.annotations.Nullable;

/**
 * The WireGuard server of the practice network, on the loopback: behind it are the practice page and a name server that knows
 * the page's name and no other. Its keys are made anew each time.
 */
final class PracticeTunnel implements PracticeServer {
    private static final String NETWORK = "10.77.0.0/24";

    private final String name;
    private final EventLoop loop;
    private final TunnelSides sides = TunnelSides.fresh(NETWORK);
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private @Nullable TunnelServer running;

    PracticeTunnel(String name, EventLoops loops) {
        this.name = name;
        this.loop = loops.next();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Endpoint endpoint() {
        return sides.client(new HostPort(address.getAddress().getHostAddress(), Math.max(1, address.getPort())));
    }

    @Override
    public void openFirst() {
        loop.submit(this::start).syncUninterruptibly();
    }

    @Override
    public void open() {
        loop.execute(this::start);
    }

    private void start() {
        stop();
        TunnelServer server = new TunnelServer(loop, sides, PracticeTunnel::address, this::serve);
        server.listen(address).ifPresent(at -> {
            address = at;
            running = server;
        });
    }

    private static Optional<String> address(String asked) {
        return Optional.of(TunnelSides.SERVER_ADDRESS).filter(any -> asked.equals(PracticeNetwork.PAGE.host()));
    }

    private void serve(Channel client) {
        boolean isPage = client.localAddress() instanceof InetSocketAddress asked
                && asked.getPort() == PracticeNetwork.PAGE.port()
                && asked.getAddress().getHostAddress().equals(TunnelSides.SERVER_ADDRESS);
        if (isPage) {
            client.pipeline().addLast(new HttpServerCodec(), new PracticePageHandler(name));
            client.config().setAutoRead(true);
        } else {
            client.close();
        }
    }

    @Override
    public void fail() {
        loop.execute(this::stop);
    }

    /** As a server that was switched off: what comes is answered by nobody. */
    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
