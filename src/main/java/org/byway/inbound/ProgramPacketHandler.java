package org.byway.inbound;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.byway.net.Packet;
import org.byway.net.SocksDatagram;

/**
 * Between a program's datagrams, which carry the header of RFC 1928, section 7, and {@link Packet}s. Heard is one socket
 * only: of the computer that the connection came from, and there of the declared port, or else the first that sends.
 */
final class ProgramPacketHandler extends ChannelDuplexHandler {
    private final InetAddress computer;
    private Optional<InetSocketAddress> program;

    /** @param declaredPort that the program said it sends from, or 0 */
    ProgramPacketHandler(InetAddress computer, int declaredPort) {
        this.computer = computer;
        program = Optional.of(declaredPort).filter(port -> port > 0)
                .map(port -> new InetSocketAddress(computer, port));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        if (isHeard(datagram.sender())) {
            SocksDatagram.read(datagram.content()).ifPresent(packet -> {
                program = Optional.of(datagram.sender());
                context.fireChannelRead(packet);
            });
        }
        datagram.release();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Packet packet = (Packet) message;
        program.ifPresentOrElse(
                to -> context.write(new DatagramPacket(SocksDatagram.write(packet, context.alloc()), to), written),
                written::setSuccess);
        ReferenceCountUtil.release(packet);
    }

    /** A program that has closed its socket says nothing of its next one. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            context.close();
        }
    }

    private boolean isHeard(InetSocketAddress sender) {
        return program.map(sender::equals).orElseGet(() -> computer.equals(sender.getAddress()));
    }
}
