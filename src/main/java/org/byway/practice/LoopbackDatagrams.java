package org.byway.practice;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.byway.model.Destination;
import org.byway.net.Packet;

/** Between {@link Packet}s and what a socket on the loopback takes; every peer is an address. */
final class LoopbackDatagrams extends ChannelDuplexHandler {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        InetSocketAddress sender = datagram.sender();
        context.fireChannelRead(new Packet(Destination.of(sender.getAddress().getHostAddress(), sender.getPort()),
                datagram.content()));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Packet packet = (Packet) message;
        InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral(packet.peer().host()),
                packet.peer().port());
        context.write(new DatagramPacket(packet.content(), to), written);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // a client that is gone says nothing of the next
    }
}
