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
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * One end of a byte stream inside this process: what one end writes the other reads, with back-pressure and half-close,
 * both ends on one loop. It lets a piece that speaks in messages stand where a flow wants a channel.
 *
 * <p>As with sockets, a close in the middle is a cut for the other end, which loses nothing that was sent before.
 */
public final class PipeChannel extends AbstractChannel implements DuplexChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final PipeConfig config = new PipeConfig();
    private final PipeDirection incoming;
    private final PipeDirection outgoing;
    private @Nullable PipeChannel other;
    private boolean isOpen = true;
    private boolean isReadWanted;
    private boolean isInputShutdown;
    private boolean isOutputShutdown;
    private boolean isTurnSet;

    private PipeChannel(PipeDirection incoming, PipeDirection outgoing) {
        super(null);
        this.incoming = incoming;
        this.outgoing = outgoing;
        config.setAutoRead(false);
    }

    /** The two ends of a stream. */
    public record Pair(PipeChannel near, PipeChannel far) {}

    /** Makes a stream; on the loop. Reading is off at both ends. */
    public static Pair open(EventLoop loop) {
        PipeDirection up = new PipeDirection();
        PipeDirection down = new PipeDirection();
        PipeChannel near = new PipeChannel(down, up);
        PipeChannel far = new PipeChannel(up, down);
        near.other = far;
        far.other = near;
        loop.register(near);
        loop.register(far);
        return new Pair(near, far);
    }

    @Override
    protected void doBeginRead() {
        if (!isInputShutdown) {
            isReadWanted = true;
            turnSoon();
        }
    }

    /** Never from within a call of the other end, which may be in the middle of something. */
    private void turnSoon() {
        if (!isTurnSet) {
            isTurnSet = true;
            eventLoop().execute(this::turn);
        }
    }

    private void wakeOther() {
        if (other != null) {
            other.turnSoon();
        }
    }

    /** Passes on what the other end takes meanwhile, and reads what it has sent. */
    private void turn() {
        isTurnSet = false;
        ((PipeUnsafe) unsafe()).flush0();
        boolean isReadable = isReadWanted && (!incoming.isEmpty() || incoming.isAtItsEnd());
        if (isReadable && isOpen && !isInputShutdown) {
            isReadWanted = false;
            deliver();
            wakeOther();
        }
        if (incoming.isAtItsEnd() && incoming.isCut() && isOpen) {
            pipeline().fireExceptionCaught(new SocketException("the other end of the pipe was cut"));
            close();
        }
    }

    /** Gives what has arrived to the pipeline, and after it the end. */
    private void deliver() {
        for (ByteBuf bytes = incoming.poll(); bytes != null; bytes = incoming.poll()) {
            pipeline().fireChannelRead(bytes);
        }
        pipeline().fireChannelReadComplete();
        if (incoming.isAtItsEnd() && !incoming.isCut() && isOpen) {
            isInputShutdown = true;
            pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        if (message instanceof ByteBuf) {
            return message;
        }
        throw new UnsupportedOperationException("a pipe takes bytes only");
    }

    /** What the other end cannot take any more fails by itself: this end may still have something to read. */
    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        while (!out.isEmpty() && (outgoing.isReaderGone() || !outgoing.isFull())) {
            if (outgoing.isReaderGone()) {
                out.remove(new ClosedChannelException());
            } else {
                outgoing.add(((ByteBuf) out.current()).retain());
                out.remove();
            }
        }
        wakeOther();
    }

    /** An end where either direction has ended before and nothing was left unread, otherwise a cut. */
    @Override
    protected void doClose() {
        boolean isWholeDirection = isOutputShutdown || (other != null && other.isOutputShutdown);
        outgoing.end(config.isCutByClose || !incoming.isEmpty() || !isWholeDirection);
        incoming.leave();
        isOpen = false;
        isInputShutdown = true;
        isOutputShutdown = true;
        wakeOther();
    }

    @Override
    protected void doShutdownOutput() {
        isOutputShutdown = true;
        outgoing.end(false);
        wakeOther();
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    /** What the other end had no room for yet is lost, which must not look like an end. */
    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        ChannelOutboundBuffer pending = unsafe().outboundBuffer();
        if (pending != null && !pending.isEmpty()) {
            outgoing.end(true);
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
        incoming.leave();
        wakeOther();
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
        private boolean isCutByClose;

        PipeConfig() {
            super(PipeChannel.this);
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

    private final class PipeUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a pipe is connected from the start"));
        }

        /** Goes on with what was flushed before, and with nothing else. */
        @Override
        protected void flush0() {
            super.flush0();
        }
    }
}
