package org.byway.practice;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.netstack.tcp.TcpAcceptor;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.protocol.wireguard.WireGuardResponder;
import org.jspecify.annotations.Nullable;

/**
 * A WireGuard server on the loopback for one client: gives away the streams that come through the tunnel and answers its
 * questions for names. Every call is on the loop.
 */
public final class TunnelServer {
    private final EventLoop loop;
    private final TunnelSides sides;
    private final TunnelNames names;
    private final TcpAcceptor acceptor;
    private @Nullable WireGuardResponder responder;

    /**
     * @param names   the IPv4 address of a name in lower case
     * @param streams is given each stream, reading off; its local address says what was asked for
     */
    public TunnelServer(EventLoop loop, TunnelSides sides, Function<String, Optional<String>> names,
            Consumer<Channel> streams) {
        this.loop = loop;
        this.sides = sides;
        this.names = new TunnelNames(names);
        this.acceptor = new TcpAcceptor(loop, new SecureRandom(), WireGuardEndpoint.USUAL_MTU, this::send, streams);
    }

    /**
     * Serves there as a process that was just started: what was agreed with the client before is unknown to it.
     *
     * @param outermost sees the datagrams of the socket, both ways
     * @return where it listens; absent where the port is taken
     */
    public Optional<InetSocketAddress> listen(InetSocketAddress at, ChannelHandler... outermost) {
        silence();
        NioDatagramChannel way = new NioDatagramChannel();
        way.config().setAutoRead(false);
        way.pipeline().addLast(outermost).addLast(new LoopbackDatagrams());
        loop.register(way);
        way.bind(at);
        if (!way.isActive()) {
            way.close(); // the port was taken meanwhile, or the loops are ending
            return Optional.empty();
        }
        WireGuardResponder started = WireGuardResponder.on(way, sides.server());
        started.device().receive(this::take);
        responder = started;
        return Optional.of(way.localAddress());
    }

    private void take(ByteBuf bytes) {
        IpPacket packet = IpPacket.read(bytes);
        if (packet != null && packet.fragment() == null) {
            if (packet.protocol() == IpProtocol.TCP) {
                acceptor.packet(packet);
            } else if (packet.protocol() == IpProtocol.UDP) {
                names.answer(packet).ifPresent(this::send);
            }
        }
        bytes.release();
    }

    private void send(ByteBuf packet) {
        if (responder == null) {
            packet.release();
        } else {
            responder.device().send(packet);
            responder.device().flush();
        }
    }

    /** As a process that was ended: nobody answers. Streams stand as they do elsewhere, which hears nothing of it. */
    public void silence() {
        if (responder != null) {
            responder.close();
            responder = null;
        }
    }

    /** Cuts every stream, of which the client still hears, and answers nobody from then on. */
    public void close() {
        acceptor.close();
        silence();
    }
}
