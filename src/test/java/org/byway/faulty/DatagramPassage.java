package org.byway.faulty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a temper does to the datagrams of a tunnel's server: whether they arrive, when, and where they come from. Between its
 * socket and the rest; on the loop.
 */
final class DatagramPassage extends ChannelDuplexHandler {
    /** How long a server that has moved still hears what comes to its former address. */
    private static final long FAREWELL_MILLIS = 1000;
    private static final int HUNDRED = 100;
    /** WireGuard's paper, section 5.4.6: the type of data, and how long data is in which there is nothing. */
    private static final int TRANSPORT = 4;
    private static final int KEEPALIVE_BYTES = 32;

    private final long delayNanos;
    private final Random random;
    private Temper temper;
    private boolean hearsFormer = true;
    private @Nullable DatagramDelay in;
    private @Nullable DatagramDelay out;
    private @Nullable NioDatagramChannel elsewhere;
    private @Nullable ChannelHandlerContext context;

    DatagramPassage(Temper temper, long delayNanos, Random random) {
        this.temper = temper;
        this.delayNanos = delayNanos;
        this.random = random;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        in = new DatagramDelay(added.channel().eventLoop(), delayNanos, it -> {
            added.fireChannelRead(it);
            added.fireChannelReadComplete();
        });
        out = new DatagramDelay(added.channel().eventLoop(), delayNanos, it -> leave(added, it));
    }

    private void leave(ChannelHandlerContext from, DatagramPacket datagram) {
        if (elsewhere == null) {
            from.writeAndFlush(datagram);
        } else {
            elsewhere.writeAndFlush(datagram);
        }
    }

    void become(Temper next) {
        temper = next;
        if (next instanceof Temper.Moved && context != null) {
            move(context);
        }
    }

    /** To the next address and any port. */
    private void move(ChannelHandlerContext from) {
        byte[] address = ((InetSocketAddress) from.channel().localAddress()).getAddress().getAddress();
        address[address.length - 1]++;
        NioDatagramChannel other = new NioDatagramChannel();
        other.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext any, Object message) {
                arrive((DatagramPacket) message);
            }
        });
        from.channel().eventLoop().register(other);
        try {
            other.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0)).syncUninterruptibly();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
        elsewhere = other;
        from.channel().eventLoop().schedule(this::leaveFormer, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void leaveFormer() {
        hearsFormer = false;
    }

    @Override
    public void channelRead(ChannelHandlerContext any, Object message) {
        if (hearsFormer) {
            arrive((DatagramPacket) message);
        } else {
            ((DatagramPacket) message).release();
        }
    }

    private void arrive(DatagramPacket datagram) {
        pass(datagram, in);
    }

    @Override
    public void write(ChannelHandlerContext any, Object message, ChannelPromise written) {
        pass((DatagramPacket) message, out);
        written.trySuccess();
    }

    /** Each leaves by itself, when its time has come. */
    @Override
    public void flush(ChannelHandlerContext any) {}

    private void pass(DatagramPacket datagram, @Nullable DatagramDelay by) {
        if (by != null && passes(datagram.content())) {
            by.put(datagram);
        } else {
            datagram.release();
        }
    }

    private boolean passes(ByteBuf content) {
        return switch (temper) {
            case Temper.SynDropped nothing -> false;
            case Temper.SilentAfter silent when silent.point() == Temper.Point.GRANTED -> !isData(content);
            case Temper.SilentAfter silent -> false;
            case Temper.DropsLonger drops -> content.readableBytes() <= drops.bytes();
            case Temper.Loses loses -> random.nextInt(HUNDRED) >= loses.percent();
            default -> true;
        };
    }

    private static boolean isData(ByteBuf content) {
        return content.readableBytes() > KEEPALIVE_BYTES && content.getByte(content.readerIndex()) == TRANSPORT;
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext over) {
        if (in != null && out != null) {
            in.clear();
            out.clear();
        }
        if (elsewhere != null) {
            elsewhere.close();
        }
        over.fireChannelUnregistered();
    }
}
