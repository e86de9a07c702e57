package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.AbstractChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * The near end of a bridge: a channel of this loop for one that lives on another, with back-pressure, half-close and resets
 * passed on in both directions. What comes together crosses together.
 */
final class BridgeChannel extends AbstractChannel implements DuplexChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private static final int LOW_WATER = 256 * 1024;
    private static final int HIGH_WATER = 1024 * 1024;

    private final BridgeConfig config = new BridgeConfig();
    private final BridgeEnd far;
    private final BridgeQueue down = new BridgeQueue();
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;

    private BridgeChannel(Channel farChannel) {
        super(null);
        config.setAutoRead(false);
        config.setWriteBufferWaterMark(new WriteBufferWaterMark(LOW_WATER, HIGH_WATER));
        far = new BridgeEnd(this, farChannel, down);
    }

    /** Over a channel whose reading is off; on that one's loop. */
    static BridgeChannel over(Channel farChannel) {
        BridgeChannel near = new BridgeChannel(farChannel);
        farChannel.pipeline().addLast(near.far);
        return near;
    }

    /** Of a message that crosses a bridge. */
    static int size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case ByteBufHolder holder -> holder.content().readableBytes();
            default -> 0;
        };
    }

    /** There is something to read, room to write, or an end; from any loop. */
    void turnSoon() {
        if (isRegistered()) {
            down.wake(eventLoop(), this::turn);
        }
    }

    @Override
    protected void doBeginRead() {
        if (!isInputShutdown) {
            isReadWanted = true;
            turnSoon();
        }
    }

    private void turn() {
        down.turning();
        if (isOpen) {
            ((BridgeUnsafe) unsafe()).flush0();
        }
        // after the end of what comes only a cut or a close can follow, for which nobody has to read
        if (isOpen && (isReadWanted || isInputShutdown) && !down.isEmpty()) {
            isReadWanted = false;
            deliver();
        }
    }

    private void deliver() {
        boolean isRoomWanted = false;
        boolean goesOn = true;
        BridgeEnd.End end = null;
        while (goesOn && end == null) {
            Object message = down.poll();
            if (message == null) {
                goesOn = false;
            } else if (message instanceof BridgeEnd.End ended) {
                end = ended;
            } else {
                isRoomWanted |= down.taken(size(message));
                pipeline().fireChannelRead(message);
                goesOn = isOpen && config.isAutoRead();
            }
        }
        if (isRoomWanted) {
            far.roomToRead();
        }
        if (isOpen) {
            pipeline().fireChannelReadComplete();
        }
        if (isOpen && end != null) {
            end(end);
        }
    }

    private void end(BridgeEnd.End end) {
        switch (end) {
            case BridgeEnd.End.Finished finished -> {
                isInputShutdown = true;
                pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
                turnSoon();
            }
            case BridgeEnd.End.Cut cut -> {
                pipeline().fireExceptionCaught(cut.why());
                close();
            }
            case BridgeEnd.End.Closed closed -> close();
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        boolean hasAdded = false;
        while (!out.isEmpty() && (far.isGone() || !far.up().isFull())) {
            if (far.isGone()) {
                out.remove(new ClosedChannelException());
            } else {
                Object message = ReferenceCountUtil.retain(out.current());
                far.up().add(message, size(message));
                out.remove();
                hasAdded = true;
            }
        }
        if (hasAdded) {
            far.turnSoon();
        }
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        return message;
    }

    @Override
    protected void doClose() {
        isOpen = false;
        isInputShutdown = true;
        isOutputShutdown = true;
        down.abandon();
        far.close(config.isCutByClose);
    }

    @Override
    protected void doShutdownOutput() {
        isOutputShutdown = true;
        far.finish();
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
            config.isCutByClose = true;
            return close(promise);
        }
        ((AbstractUnsafe) unsafe()).shutdownOutput(promise);
        return promise;
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        isInputShutdown = true;
        down.abandon();
        return promise.setSuccess();
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
        return new BridgeUnsafe();
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        return far.channel().localAddress();
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return far.channel().remoteAddress();
    }

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("a bridge is bound where its far end is");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    /** Knows one option of sockets: no lingering, by which a close is a reset. */
    private final class BridgeConfig extends DefaultChannelConfig {
        private boolean isCutByClose;

        BridgeConfig() {
            super(BridgeChannel.this);
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

    private final class BridgeUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a bridge is connected from the start"));
        }

        /** Goes on with what was flushed before, and with nothing else. */
        @Override
        protected void flush0() {
            super.flush0();
        }
    }
}
