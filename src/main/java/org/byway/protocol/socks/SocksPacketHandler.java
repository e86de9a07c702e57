package org.byway.protocol.socks;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.net.SocksDatagram;

/** Puts the header of RFC 1928, section 7 before what is sent to the relay, and takes it off what comes. */
final class SocksPacketHandler extends ChannelDuplexHandler {
    private final Destination relay;

    SocksPacketHandler(Destination relay) {
        this.relay = relay;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Packet packet = (Packet) message;
        context.write(new Packet(relay, SocksDatagram.write(packet, context.alloc())), written);
        packet.release();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Packet packet = (Packet) message;
        SocksDatagram.read(packet.content()).ifPresent(context::fireChannelRead);
        packet.release();
    }
}
