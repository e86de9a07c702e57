package org.byway.net;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byway.model.Destination;

/**
 * Between {@link Packet}s, which name a server, and what the socket takes. Only servers that were written to are heard, since
 * anybody can send a datagram to an open port; unless its reader knows who sent what ({@link RoamingPeers}).
 */
final class ServerPacketHandler extends ChannelDuplexHandler {
    private final SystemResolver resolver;
    private final Map<Destination, InetSocketAddress> addresses = new HashMap<>();
    private final Map<InetSocketAddress, Destination> servers = new HashMap<>();

    private boolean hearsStrangers;

    ServerPacketHandler(SystemResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Packet packet = (Packet) message;
        InetSocketAddress known = addresses.get(packet.peer());
        if (known == null) {
            resolver.resolve(packet.peer().address(), context.channel().eventLoop())
                    .addListener((Future<List<InetAddress>> found) -> resolved(context, packet, found, written));
        } else {
            context.write(new DatagramPacket(packet.content(), known), written);
        }
    }

    private void resolved(ChannelHandlerContext context, Packet packet, Future<List<InetAddress>> found,
            ChannelPromise written) {
        if (!found.isSuccess()) {
            packet.release();
            written.tryFailure(SocketFailures.explain(found.cause()));
            return;
        }
        InetSocketAddress address = new InetSocketAddress(found.getNow().getFirst(), packet.peer().port());
        addresses.put(packet.peer(), address);
        servers.put(address, packet.peer());
        context.writeAndFlush(new DatagramPacket(packet.content(), address), written);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        hearsStrangers |= event == RoamingPeers.EXPECTED;
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        Destination server = servers.get(datagram.sender());
        if (server == null && hearsStrangers) {
            context.fireChannelRead(new Packet(stranger(datagram.sender()), datagram.content()));
        } else if (server == null) {
            ReferenceCountUtil.release(datagram);
        } else {
            context.fireChannelRead(new Packet(server, datagram.content()));
        }
    }

    /** Without the zone, which is this computer's own affair. */
    private static Destination stranger(InetSocketAddress sender) {
        String address = sender.getAddress().getHostAddress();
        int zone = address.indexOf('%');
        return Destination.of(zone < 0 ? address : address.substring(0, zone), sender.getPort());
    }

    /** A port that is closed, or a net that is away, says nothing of the next datagram. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            context.fireExceptionCaught(cause);
        }
    }
}
