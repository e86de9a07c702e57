package org.byway.net;

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
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.net.SocketException;
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

    private final ChannelConfig config = new PipeConfig();
    private final Queue<ByteBuf> arrived = new ArrayDeque<>();
    private @Nullable PipeChannel peer;
    private int arrivedBytes;
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;
    private boolean isPeerFinished;
    private boolean isPeerCut;
    private boolean isToBeCut;

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
        deliverSoon();
    }

    /** Never from within a call of the other end, which may be in the middle of something. */
    private void deliverSoon() {
        eventLoop().execute(this::deliver);
    }

    /** Gives what has arrived to the pipeline, once per wish to read, and after it the end. */
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
        if (isPeerFinished && arrived.isEmpty()) {
            end();
        } else if (config.isAutoRead() && isOpen) {
            read();
        }
    }

    private void end() {
        if (isPeerCut && isOpen) {
            pipeline().fireExceptionCaught(new SocketException("the other end of the pipe was cut"));
            close();
        } else if (!isInputShutdown) {
            isInputShutdown = true;
            pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    /** What the other end cannot take any more fails by itself: this end may still have something to read. */
    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        PipeChannel to = peer;
        while (!out.isEmpty() && (to == null || isOutputShutdown || to.arrivedBytes < MAX_QUEUED_BYTES)) {
            if (to == null || isOutputShutdown) {
                out.remove(new ClosedChannelException());
            } else {
                ByteBuf bytes = (ByteBuf) out.current();
                to.arrived(bytes.retain());
                out.remove();
            }
        }
        if (to != null) {
            to.deliverSoon();
        }
    }

    private void arrived(ByteBuf bytes) {
        if (bytes.isReadable()) {
            arrived.add(bytes);
            arrivedBytes += bytes.readableBytes();
        } else {
            bytes.release();
        }
    }

    /**
     * The other end reads what is still on its way, then the end of the stream; or a cut where the stream had not ended in
     * either direction, or something was left unread here.
     */
    @Override
    protected void doClose() {
        PipeChannel other = peer;
        peer = null;
        isOpen = false;
        if (other != null) {
            other.isPeerFinished = true;
            other.isPeerCut = isToBeCut || !arrived.isEmpty() || (!isOutputShutdown && !other.isOutputShutdown);
            other.peer = null;
            other.deliverSoon();
        }
        isInputShutdown = true;
        isOutputShutdown = true;
        arrived.forEach(ReferenceCountUtil::release);
        arrived.clear();
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
            to.deliverSoon();
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

    /** Knows one option of sockets: no lingering, by which a close is a cut. */
    private final class PipeConfig extends DefaultChannelConfig {
        PipeConfig() {
            super(PipeChannel.this);
        }

        @Override
        public <T> boolean setOption(ChannelOption<T> option, T value) {
            if (ChannelOption.SO_LINGER.equals(option)) {
                isToBeCut = value.equals(0);
                return true;
            }
            return super.setOption(option, value);
        }
    }

    private final class PipeUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a pipe is connected from the start"));
        }
    }
}
