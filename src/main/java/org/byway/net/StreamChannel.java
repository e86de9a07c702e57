package org.byway.net;

import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.net.SocketAddress;

/**
 * A stream that no socket carries: what all of them have in common, which is to be open, half closed or closed, and to know
 * {@code SO_LINGER} 0, by which a close is a cut. Connected from the start, its reading off; on its loop.
 */
public abstract class StreamChannel extends AbstractChannel implements DuplexChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final LingerConfig config = new LingerConfig();
    private boolean isOpen = true;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;

    protected StreamChannel() {
        super(null);
        config.setAutoRead(false);
    }

    /** Takes what still comes, and drops it. */
    protected abstract void abandonInput();

    /** Nothing more comes. */
    protected final void inputEnded() {
        isInputShutdown = true;
    }

    /** Nothing more is sent. */
    protected final void outputEnded() {
        isOutputShutdown = true;
    }

    /** Neither comes nor goes anything more. */
    protected final void ended() {
        isOpen = false;
        isInputShutdown = true;
        isOutputShutdown = true;
    }

    /** Whether the other side is to see a cut rather than an end when this is closed. */
    protected final boolean isCutByClose() {
        return config.isCutByClose;
    }

    /** Goes on with what was flushed before, and with nothing else. */
    protected final void flushOn() {
        ((StreamUnsafe) unsafe()).flush0();
    }

    @Override
    public final ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    /** What there was no room for yet is lost, which must not look like an end. */
    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        if (hasUnsent()) {
            config.isCutByClose = true;
            return close(promise);
        }
        return endOutput(promise);
    }

    protected final boolean hasUnsent() {
        ChannelOutboundBuffer pending = unsafe().outboundBuffer();
        return pending != null && !pending.isEmpty();
    }

    protected final ChannelFuture endOutput(ChannelPromise promise) {
        ((AbstractUnsafe) unsafe()).shutdownOutput(promise);
        return promise;
    }

    @Override
    public final ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public final ChannelFuture shutdownInput(ChannelPromise promise) {
        inputEnded();
        abandonInput();
        return promise.setSuccess();
    }

    @Override
    public final ChannelFuture shutdown() {
        return shutdown(newPromise());
    }

    @Override
    public final ChannelFuture shutdown(ChannelPromise promise) {
        shutdownInput();
        return shutdownOutput(promise);
    }

    @Override
    public final boolean isInputShutdown() {
        return isInputShutdown;
    }

    @Override
    public final boolean isOutputShutdown() {
        return isOutputShutdown;
    }

    @Override
    public final boolean isShutdown() {
        return isInputShutdown && isOutputShutdown;
    }

    @Override
    public final ChannelConfig config() {
        return config;
    }

    @Override
    public final boolean isOpen() {
        return isOpen;
    }

    @Override
    public final boolean isActive() {
        return isOpen;
    }

    @Override
    public final ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected final AbstractUnsafe newUnsafe() {
        return new StreamUnsafe();
    }

    @Override
    protected final boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected final void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("a stream is bound from the start");
    }

    @Override
    protected final void doDisconnect() throws Exception {
        doClose();
    }

    private final class LingerConfig extends DefaultChannelConfig {
        private boolean isCutByClose;

        LingerConfig() {
            super(StreamChannel.this);
        }

        @Override
        public <T> boolean setOption(ChannelOption<T> option, T value) {
            if (ChannelOption.SO_LINGER.equals(option)) {
                isCutByClose = value.equals(0);
                return true;
            }
            return super.setOption(option, value);
        }
    }

    private final class StreamUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a stream is connected from the start"));
        }

        @Override
        protected void flush0() {
            super.flush0();
        }
    }
}
