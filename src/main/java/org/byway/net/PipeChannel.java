package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
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
public final class PipeChannel extends StreamChannel {
    private final PipeDirection incoming;
    private final PipeDirection outgoing;
    private @Nullable PipeChannel other;
    private boolean isReadWanted;
    private boolean isTurnSet;

    private PipeChannel(PipeDirection incoming, PipeDirection outgoing) {
        this.incoming = incoming;
        this.outgoing = outgoing;
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
        if (!isInputShutdown()) {
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
        flushOn();
        boolean isReadable = isReadWanted && (!incoming.isEmpty() || incoming.isAtItsEnd());
        if (isReadable && isOpen() && !isInputShutdown()) {
            isReadWanted = false;
            deliver();
            wakeOther();
        }
        if (incoming.isAtItsEnd() && incoming.isCut() && isOpen()) {
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
        if (incoming.isAtItsEnd() && !incoming.isCut() && isOpen()) {
            inputEnded();
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
        boolean isWholeDirection = isOutputShutdown() || (other != null && other.isOutputShutdown());
        outgoing.end(isCutByClose() || !incoming.isEmpty() || !isWholeDirection);
        incoming.leave();
        ended();
        wakeOther();
    }

    @Override
    protected void doShutdownOutput() {
        outputEnded();
        outgoing.end(false);
        wakeOther();
    }

    /** What the other end had no room for yet is lost, which must not look like an end. */
    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        if (hasUnsent()) {
            outgoing.end(true);
        }
        return endOutput(promise);
    }

    @Override
    protected void abandonInput() {
        incoming.leave();
        wakeOther();
    }

    @Override
    protected @Nullable SocketAddress localAddress0() {
        return null;
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return null;
    }
}
