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
 * Between {@link Packet}s, which name a server, and what the socket takes. Only servers that were written to are heard:
 * anybody can send a datagram to an open port.
 */
final class ServerPacketHandler extends ChannelDuplexHandler {
    private final SystemResolver resolver;
    private final Map<Destination, InetSocketAddress> addresses = new HashMap<>();
    private final Map<InetSocketAddress, Destination> servers = new HashMap<>();

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
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        Destination server = servers.get(datagram.sender());
        if (server == null) {
            ReferenceCountUtil.release(datagram);
        } else {
            context.fireChannelRead(new Packet(server, datagram.content()));
        }
    }

    /** A port that is closed, or a net that is away, says nothing of the next datagram. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            context.fireExceptionCaught(cause);
        }
    }
}
