package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import org.byway.net.StreamChannel;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection as a Netty channel: back-pressure both ways, half-close, and {@code SO_LINGER} 0, by which a close is a
 * reset; on the stack's loop. Reading is off until asked for.
 */
final class TcpChannel extends StreamChannel implements StreamUser {
    /** What one turn gives to the pipeline at most, so that no flow starves the others. */
    private static final int TURN_BYTES = 512 * 1024;

    private final TcpConnection connection;
    private @Nullable IOException cut;
    private boolean isReadWanted;

    private TcpChannel(TcpConnection connection) {
        this.connection = connection;
    }

    /** The channel of a connection that is open, registered; on the loop. */
    static TcpChannel of(TcpConnection connection, EventLoop loop) {
        TcpChannel channel = new TcpChannel(connection);
        connection.usedBy(channel);
        loop.register(channel);
        return channel;
    }

    @Override
    protected void doBeginRead() {
        if (!isInputShutdown()) {
            isReadWanted = true;
            turnLater();
        }
    }

    /** The connection of a cut channel has no turns any more. */
    private void turnLater() {
        if (connection.state() == TcpState.CLOSED) {
            eventLoop().execute(this::turned);
        } else {
            connection.turnSoon();
        }
    }

    @Override
    public void turned() {
        if (isOpen()) {
            flushOn();
        }
        if (isInputShutdown()) {
            abandonInput();
        }
        if (isOpen() && isReadWanted && !isInputShutdown() && (connection.hasUnread() || connection.isInputEnded())) {
            deliver();
        }
        if (isOpen() && cut != null && (isReadWanted || isInputShutdown()) && !connection.hasUnread()) {
            fail(cut);
        }
    }

    /** Gives what has come to the pipeline, one message a read where reads are asked for one by one; after all of it the end. */
    private void deliver() {
        isReadWanted = false;
        int bytes = 0;
        boolean goesOn = true;
        for (ByteBuf part = connection.read(); part != null; part = goesOn ? connection.read() : null) {
            bytes += part.readableBytes();
            pipeline().fireChannelRead(part);
            goesOn = isOpen() && config().isAutoRead() && bytes < TURN_BYTES;
        }
        boolean isAtItsEnd = isOpen() && cut == null && connection.isInputEnded();
        pipeline().fireChannelReadComplete();
        if (isAtItsEnd && isOpen()) {
            inputEnded();
            pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    private void fail(IOException why) {
        cut = null;
        pipeline().fireExceptionCaught(why);
        close();
    }

    @Override
    public void cut(IOException why) {
        cut = why;
        turned();
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        if (message instanceof ByteBuf) {
            return message;
        }
        throw new UnsupportedOperationException("a stream takes bytes only");
    }

    /** What cannot be sent any more fails by itself: there may still be something to read. What a failure's listener writes waits. */
    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        for (int left = out.size(); left > 0; left--) {
            if (connection.state() == TcpState.CLOSED) {
                out.remove(new ClosedChannelException());
            } else if (connection.takesWrites()) {
                connection.write(((ByteBuf) out.current()).retain());
                out.remove();
            } else {
                return;
            }
        }
    }

    @Override
    protected void doClose() {
        ended();
        if (isCutByClose()) {
            connection.abort();
        }
        connection.close();
    }

    @Override
    protected void doShutdownOutput() {
        outputEnded();
        connection.shutdownOutput();
    }

    @Override
    protected void abandonInput() {
        for (ByteBuf part = connection.read(); part != null; part = connection.read()) {
            part.release();
        }
    }

    @Override
    protected SocketAddress localAddress0() {
        return address(connection.flow().route().source(), connection.flow().ports().source());
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return address(connection.flow().route().destination(), connection.flow().ports().destination());
    }

    private static SocketAddress address(IpAddress address, int port) {
        return new InetSocketAddress(address.toInetAddress(), port);
    }
}
