package org.byway.practice;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.byway.crypto.X25519;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;
import org.byway.net.EventLoops;
import org.byway.netstack.tcp.TcpAcceptor;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.protocol.wireguard.WireGuardResponder;
import org.jspecify.annotations.Nullable;

/**
 * The WireGuard server of the practice network, on the loopback: behind it are the practice page and a name server that knows
 * the page's name and no other. Its keys are made anew each time.
 */
final class PracticeTunnel implements PracticeServer {
    private static final String OUR_ADDRESS = "10.77.0.1";
    private static final String CLIENT_ADDRESS = "10.77.0.2";
    private static final String NETWORK = "10.77.0.0/24";

    private final String name;
    private final EventLoop loop;
    private final Secret ourKey = newKey();
    private final Secret clientKey = newKey();
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private @Nullable Running running;

    /** What is there while it is open. */
    private record Running(Channel way, WireGuardResponder responder, TcpAcceptor acceptor) {}

    PracticeTunnel(String name, EventLoops loops) {
        this.name = name;
        this.loop = loops.next();
    }

    private static Secret newKey() {
        return Secret.of(Base64.getEncoder().encodeToString(X25519.randomPrivateKey()));
    }

    private static String publicOf(Secret key) {
        return Base64.getEncoder().encodeToString(X25519.publicKey(Base64.getDecoder().decode(key.reveal())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Endpoint endpoint() {
        return side(clientKey, ourKey, CLIENT_ADDRESS, NETWORK);
    }

    private WireGuardEndpoint side(Secret own, Secret other, String address, String allowed) {
        WireGuardPeer peer = new WireGuardPeer(server(), publicOf(other), Optional.empty(),
                List.of(AddressBlock.parse(allowed)), Optional.empty(), Optional.empty());
        return new WireGuardEndpoint(own, List.of(AddressBlock.parse(address)), List.of(OUR_ADDRESS),
                WireGuardEndpoint.USUAL_MTU, List.of(peer), Optional.empty());
    }

    private HostPort server() {
        return new HostPort(address.getAddress().getHostAddress(), Math.max(1, address.getPort()));
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
        NioDatagramChannel way = new NioDatagramChannel();
        way.config().setAutoRead(false);
        way.pipeline().addLast(new PracticeDatagrams());
        loop.register(way);
        way.bind(address);
        if (!way.isActive()) {
            way.close(); // the port was taken meanwhile, or the loops are ending
            return;
        }
        address = way.localAddress();
        WireGuardResponder responder = WireGuardResponder.on(way,
                side(ourKey, clientKey, OUR_ADDRESS, CLIENT_ADDRESS + "/32"));
        TcpAcceptor acceptor = new TcpAcceptor(loop, new SecureRandom(), responder.device().mtu(), packet -> {
            responder.device().send(packet);
            responder.device().flush();
        }, this::serve);
        responder.device().receive(bytes -> {
            IpPacket packet = IpPacket.read(bytes);
            if (packet != null && packet.fragment() == null) {
                take(packet, responder, acceptor);
            }
            bytes.release();
        });
        running = new Running(way, responder, acceptor);
    }

    private static void take(IpPacket packet, WireGuardResponder responder, TcpAcceptor acceptor) {
        if (packet.protocol() == IpProtocol.TCP) {
            acceptor.packet(packet);
        } else if (packet.protocol() == IpProtocol.UDP) {
            PracticeNames.answer(packet, OUR_ADDRESS).ifPresent(answer -> {
                responder.device().send(answer);
                responder.device().flush();
            });
        }
    }

    private void serve(Channel client) {
        boolean isPage = client.localAddress() instanceof InetSocketAddress asked
                && asked.getPort() == PracticeNetwork.PAGE.port()
                && asked.getAddress().getHostAddress().equals(OUR_ADDRESS);
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
            running.acceptor().close();
            running.responder().close();
            running.way().close();
            running = null;
        }
    }
}
