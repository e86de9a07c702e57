package org.byway.simulation;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Our end of a connection in virtual time; of what is written only the number of bytes reaches the other end. */
final class VirtualChannel extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final IntConsumer far;
    private boolean isClosed;

    /** @param far is told of each write, and may not close the channel in it */
    VirtualChannel(VirtualLoop loop, IntConsumer far) {
        super(null);
        this.far = far;
        config.setAutoRead(false);
        loop.register(this);
    }

    /** These bytes arrive, where it is still open. */
    void receive(ByteBuf bytes) {
        if (isActive()) {
            pipeline().fireChannelRead(bytes);
            pipeline().fireChannelReadComplete();
        } else {
            bytes.release();
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        for (Object message = out.current(); message != null; message = out.current()) {
            far.accept(((ByteBuf) message).readableBytes());
            out.remove();
        }
    }

    @Override
    protected void doClose() {
        isClosed = true;
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return !isClosed;
    }

    @Override
    public boolean isActive() {
        return !isClosed;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return loop instanceof VirtualLoop;
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        return null;
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return null;
    }

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    /** Bytes come when they come. */
    @Override
    protected void doBeginRead() {}

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
