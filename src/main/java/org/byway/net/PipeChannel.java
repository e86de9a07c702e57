package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One end of a byte stream inside this process: what one end writes the other reads, with back-pressure and half-close,
 * both ends on one loop. It lets a piece that speaks in messages stand where a flow wants a channel.
 */
public final class PipeChannel extends AbstractChannel implements DuplexChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final int MAX_QUEUED_BYTES = 256 * 1024;

    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final Queue<ByteBuf> arrived = new ArrayDeque<>();
    private @Nullable PipeChannel peer;
    private int arrivedBytes;
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;
    private boolean isPeerFinished;

    private PipeChannel() {
        super(null);
        config.setAutoRead(false);
    }

    /** The two ends of a stream. */
    public record Pair(PipeChannel near, PipeChannel far) {}

    /** Makes a stream; on the loop. Reading is off at both ends. */
    public static Pair open(EventLoop loop) {
        PipeChannel near = new PipeChannel();
        PipeChannel far = new PipeChannel();
        near.peer = far;
        far.peer = near;
        loop.register(near);
        loop.register(far);
        return new Pair(near, far);
    }

    @Override
    protected void doBeginRead() {
        isReadWanted = true;
        deliver();
    }

    /** Gives what has arrived to the pipeline, once per wish to read. */
    private void deliver() {
        if (!isReadWanted || (arrived.isEmpty() && !isPeerFinished)) {
            return;
        }
        isReadWanted = false;
        for (ByteBuf bytes = arrived.poll(); bytes != null; bytes = arrived.poll()) {
            arrivedBytes -= bytes.readableBytes();
            pipeline().fireChannelRead(bytes);
        }
        pipeline().fireChannelReadComplete();
        if (peer != null) {
            peer.unsafe().flush();
        }
        if (isPeerFinished && !isInputShutdown) {
            isInputShutdown = true;
            pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else if (config.isAutoRead() && isOpen) {
            read();
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) throws ClosedChannelException {
        PipeChannel to = peer;
        if (to == null || !to.isOpen || isOutputShutdown) {
            throw new ClosedChannelException();
        }
        while (!out.isEmpty() && to.arrivedBytes < MAX_QUEUED_BYTES) {
            ByteBuf bytes = (ByteBuf) out.current();
            if (bytes.isReadable()) {
                to.arrived.add(bytes.retain());
                to.arrivedBytes += bytes.readableBytes();
            }
            out.remove();
        }
        eventLoop().execute(to::deliver);
    }

    @Override
    protected void doClose() {
        isOpen = false;
        isInputShutdown = true;
        isOutputShutdown = true;
        arrived.forEach(ReferenceCountUtil::release);
        arrived.clear();
        PipeChannel other = peer;
        peer = null;
        if (other != null && other.isOpen) {
            // what is still on its way is read first, then the end of the stream
            other.isPeerFinished = true;
            other.peer = null;
            eventLoop().execute(other::deliver);
        }
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        isOutputShutdown = true;
        PipeChannel to = peer;
        if (to != null) {
            to.isPeerFinished = true;
            eventLoop().execute(to::deliver);
        }
        return promise.setSuccess();
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        isInputShutdown = true;
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
        return new PipeUnsafe();
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
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
        throw new UnsupportedOperationException("a pipe has no address");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    private final class PipeUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a pipe is connected from the start"));
        }
    }
}
