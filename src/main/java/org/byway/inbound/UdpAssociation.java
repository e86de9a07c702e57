package org.byway.inbound;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.DrainHandler;
import org.byway.net.Fault;
import org.byway.net.PacketDialer;
import org.byway.net.SocketOptions;
import org.byway.net.Stage;

/**
 * Opens a program's association for datagrams (RFC 1928, section 7), which lives exactly as long as the program's
 * connection: first a way through an upstream, so that a program is told at once where there is none, then a socket on the
 * address that the program came to.
 */
final class UdpAssociation {
    private UdpAssociation() {}

    /**
     * On the connection's loop.
     *
     * @param declaredPort that the program said it sends from, or 0
     * @return where the program shall send to; fails with a {@link DialException}
     */
    static Future<InetSocketAddress> open(Channel control, int declaredPort, PacketDialer packets) {
        Promise<InetSocketAddress> opened = control.eventLoop().newPromise();
        Future<Channel> way = packets.open(control.eventLoop());
        control.closeFuture().addListener(gone -> way.cancel(false));
        way.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                bind(control, declaredPort).addListener((ChannelFuture bound) -> {
                    if (bound.isSuccess()) {
                        join(control, bound.channel(), new PacketRelay(bound.channel(), packets), done.getNow());
                        opened.setSuccess((InetSocketAddress) bound.channel().localAddress());
                    } else {
                        done.getNow().close();
                        opened.setFailure(new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.LOCAL));
                    }
                });
            } else {
                opened.setFailure(done.cause());
            }
        });
        return opened;
    }

    private static ChannelFuture bind(Channel control, int declaredPort) {
        InetSocketAddress here = (InetSocketAddress) control.localAddress();
        InetSocketAddress program = (InetSocketAddress) control.remoteAddress();
        return new Bootstrap().group(control.eventLoop()).channel(NioDatagramChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(SocketOptions.LARGEST_DATAGRAM))
                .handler(new ProgramPacketHandler(program.getAddress(), declaredPort))
                .bind(new InetSocketAddress(here.getAddress(), 0));
    }

    private static void join(Channel control, Channel local, PacketRelay relay, Channel upstream) {
        local.pipeline().addLast(relay);
        relay.through(upstream);
        control.closeFuture().addListener(closed -> local.close());
        local.closeFuture().addListener(closed -> control.close());
        control.pipeline().addLast(new DrainHandler());
        control.config().setAutoRead(true);
        local.config().setAutoRead(true);
    }
}
