package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.byway.net.PacketDialer;
import org.byway.net.RoamingPeers;
import org.jspecify.annotations.Nullable;

/** The one way for a tunnel's datagrams; opened when it is first needed, and anew when told so. On the tunnel's loop. */
final class UdpLink {
    private static final int MOST_WAITING = 160;
    private static final int SOCKET_BYTES = 4 * 1024 * 1024;
    private static final int MOST_IN_A_ROW = 128;

    private final PacketDialer carrier;
    private final EventLoop loop;
    private final int longest;
    private final Reader reader;
    private final Queue<Packet> waiting = new ArrayDeque<>();
    private @Nullable Future<Channel> opening;
    private @Nullable Channel channel;
    private boolean isClosed;

    /** Who is given what arrives. */
    interface Reader {
        void read(Packet packet);

        /** All that was at hand has been read. */
        void readAll();

        /** A datagram could not be sent at all. */
        void failed(Throwable why);
    }

    /** @param longest datagram, in bytes */
    UdpLink(PacketDialer carrier, EventLoop loop, int longest, Reader reader) {
        this.carrier = carrier;
        this.loop = loop;
        this.longest = longest;
        this.reader = reader;
    }

    /** Takes the datagram over; {@link #flush} sends it. What finds no room is lost, as datagrams are. */
    void send(Destination to, ByteBuf datagram) {
        Packet packet = new Packet(to, datagram);
        Channel open = channel;
        if (open == null || !open.isActive()) {
            await(packet);
        } else if (open.isWritable()) {
            open.write(packet).addListener(sent -> {
                if (!sent.isSuccess()) {
                    reader.failed(sent.cause());
                }
            });
        } else {
            packet.release();
        }
    }

    void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    private void await(Packet packet) {
        if (isClosed || waiting.size() == MOST_WAITING) {
            packet.release();
            return;
        }
        waiting.add(packet);
        if (opening == null) {
            Future<Channel> begun = carrier.open(loop);
            opening = begun;
            begun.addListener((Future<Channel> done) -> opened(begun));
        }
    }

    private void opened(Future<Channel> done) {
        if (!done.equals(opening)) {
            if (done.isSuccess()) {
                done.getNow().close();
            }
            return;
        }
        opening = null;
        if (!done.isSuccess()) {
            clear();
            reader.failed(done.cause());
            return;
        }
        use(done.getNow());
        for (Packet packet = waiting.poll(); packet != null; packet = waiting.poll()) {
            send(packet.peer(), packet.content());
        }
        flush();
    }

    /** Sends by this way, and reads what it brings. */
    void use(Channel open) {
        channel = open;
        open.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BYTES);
        open.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BYTES);
        open.config().setOption(ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(SOCKET_BYTES / 2, SOCKET_BYTES));
        open.config().setRecvByteBufAllocator(
                new FixedRecvByteBufAllocator(longest).maxMessagesPerRead(MOST_IN_A_ROW));
        open.pipeline().addLast(new Receiver());
        open.pipeline().fireUserEventTriggered(RoamingPeers.EXPECTED);
        open.config().setAutoRead(true);
    }

    /** Leaves the way that is there; the next datagram opens another. */
    void openAnew() {
        Channel old = channel;
        channel = null;
        if (opening != null) {
            opening.cancel(false);
            opening = null;
        }
        if (old != null) {
            old.close();
        }
    }

    void close() {
        isClosed = true;
        openAnew();
        clear();
    }

    private void clear() {
        waiting.forEach(Packet::release);
        waiting.clear();
    }

    private final class Receiver extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Packet packet = (Packet) message;
            try {
                if (context.channel().equals(channel)) {
                    reader.read(packet);
                }
            } finally {
                packet.release();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            reader.readAll();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (context.channel().equals(channel)) {
                channel = null;
            }
        }

        /** What one datagram met says nothing of the next. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            reader.failed(cause);
        }
    }
}
