package org.byway.netstack.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection as a Netty channel: back-pressure both ways, half-close, and {@code SO_LINGER} 0, by which a close is a
 * reset; on the stack's loop. Reading is off until asked for.
 */
final class TcpChannel extends AbstractChannel implements DuplexChannel, StreamUser {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    /** What one turn gives to the pipeline at most, so that no flow starves the others. */
    private static final int TURN_BYTES = 512 * 1024;

    private final TcpConnection connection;
    private final TcpConfig config = new TcpConfig();
    private @Nullable IOException cut;
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;

    private TcpChannel(TcpConnection connection) {
        super(null);
        this.connection = connection;
        config.setAutoRead(false);
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
        if (!isInputShutdown) {
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
        if (isOpen) {
            ((TcpUnsafe) unsafe()).flush0();
        }
        if (isInputShutdown) {
            drop();
        }
        if (isOpen && isReadWanted && !isInputShutdown && (connection.hasUnread() || connection.isInputEnded())) {
            deliver();
        }
        if (isOpen && cut != null && (isReadWanted || isInputShutdown) && !connection.hasUnread()) {
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
            goesOn = isOpen && config.isAutoRead() && bytes < TURN_BYTES;
        }
        boolean isAtItsEnd = isOpen && cut == null && connection.isInputEnded();
        pipeline().fireChannelReadComplete();
        if (isAtItsEnd && isOpen) {
            isInputShutdown = true;
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
        isOpen = false;
        isInputShutdown = true;
        isOutputShutdown = true;
        if (config.isResetByClose) {
            connection.abort();
        }
        connection.close();
    }

    @Override
    protected void doShutdownOutput() {
        isOutputShutdown = true;
        connection.shutdownOutput();
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    /** What there was no room for yet is lost, which must not look like an end. */
    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        ChannelOutboundBuffer pending = unsafe().outboundBuffer();
        if (pending != null && !pending.isEmpty()) {
            config.isResetByClose = true;
            return close(promise);
        }
        ((AbstractUnsafe) unsafe()).shutdownOutput(promise);
        return promise;
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    /** What still comes is taken and dropped. */
    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        isInputShutdown = true;
        drop();
        return promise.setSuccess();
    }

    private void drop() {
        for (ByteBuf part = connection.read(); part != null; part = connection.read()) {
            part.release();
        }
    }

    @Override
    public ChannelFuture shutdown() {
        return shutdown(newPromise());
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        shutdownInput();
        return shutdownOutput(promise);
    }

    @Override
    public boolean isInputShutdown() {
        return isInputShutdown;
    }

    @Override
    public boolean isOutputShutdown() {
        return isOutputShutdown;
    }

    @Override
    public boolean isShutdown() {
        return isInputShutdown && isOutputShutdown;
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public boolean isActive() {
        return isOpen;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new TcpUnsafe();
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
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

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("a connection is bound from the start");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    /** Knows one option of sockets: no lingering, by which a close is a reset. */
    private final class TcpConfig extends DefaultChannelConfig {
        private boolean isResetByClose;

        TcpConfig() {
            super(TcpChannel.this);
        }

        @Override
        public <T> boolean setOption(ChannelOption<T> option, T value) {
            if (ChannelOption.SO_LINGER.equals(option)) {
                isResetByClose = value.equals(0);
                return true;
            }
            return super.setOption(option, value);
        }
    }

    private final class TcpUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a stream is connected from the start"));
        }

        /** Goes on with what was flushed before, and with nothing else. */
        @Override
        protected void flush0() {
            super.flush0();
        }
    }
}
