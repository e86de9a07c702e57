package org.byway.transport.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.LastWord;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A stream inside TLS once the handshake is over. It opens records only when somebody reads, so that nothing appears
 * before and what one read of the socket brought is all that waits. The ends are those of TLS (RFC 8446, section 6.1):
 * the server's close_notify is its end, an end of the socket without one is a cut, and our end says close_notify first.
 */
final class TlsStream extends ChannelDuplexHandler implements LastWord {
    private final TlsRecords records;
    private @Nullable ByteBuf held;
    private boolean isWanted;
    private boolean hasDelivered;
    private boolean hasSocketEnded;
    private boolean hasToldEnd;
    private boolean hasSaidLastWord;

    TlsStream(TlsRecords records) {
        this.records = records;
    }

    TlsRecords records() {
        return records;
    }

    @Override
    public void read(ChannelHandlerContext context) {
        isWanted = true;
        ByteBuf waiting = held;
        held = null;
        if (waiting != null) {
            open(context, waiting);
        }
        if (hasDelivered) {
            hasDelivered = false;
            context.fireChannelReadComplete();
        }
        tellEnd(context);
        if (isAskedFor(context)) {
            context.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isAskedFor(context)) {
            open(context, (ByteBuf) message);
            tellEnd(context);
        } else {
            held = held == null
                    ? (ByteBuf) message
                    : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), held, (ByteBuf) message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        boolean isStarved = isWanted && !hasDelivered && !context.channel().config().isAutoRead();
        hasDelivered = false;
        context.fireChannelReadComplete();
        if (isStarved) {
            context.read();
        }
    }

    private boolean isAskedFor(ChannelHandlerContext context) {
        return isWanted || context.channel().config().isAutoRead();
    }

    private void open(ChannelHandlerContext context, ByteBuf sealed) {
        ByteBuf plain = null;
        try {
            plain = records.open(sealed);
        } catch (SSLException refused) {
            hasToldEnd = true;
            context.fireExceptionCaught(new DialException(Stage.SECURE, Blame.UPSTREAM, Fault.GARBAGE));
        } finally {
            sealed.release();
        }
        sayOwnWords(context);
        if (plain == null) {
            context.close();
        } else if (plain.isReadable()) {
            isWanted = false;
            hasDelivered = true;
            context.fireChannelRead(plain);
        } else {
            plain.release();
        }
    }

    private void sayOwnWords(ChannelHandlerContext context) {
        try {
            ByteBuf words = records.ownWords();
            if (words.isReadable()) {
                context.writeAndFlush(words);
            } else {
                words.release();
            }
        } catch (SSLException nothingToSay) {
            context.close();
        }
    }

    /** The end is read like bytes: whoever has not asked for more does not see it yet. */
    private void tellEnd(ChannelHandlerContext context) {
        if (hasToldEnd || !isAskedFor(context)) {
            return;
        }
        if (records.isFinished()) {
            hasToldEnd = true;
            context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else if (hasSocketEnded) {
            hasToldEnd = true;
            context.fireExceptionCaught(new DialException(Stage.SECURE, Blame.UPSTREAM, Fault.CLOSED));
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            hasSocketEnded = true;
            tellEnd(context);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf plain = (ByteBuf) message;
        try {
            context.write(plain.isReadable() ? records.seal(plain) : plain.retain(), promise);
        } catch (SSLException ended) {
            promise.tryFailure(ended);
        } finally {
            plain.release();
        }
    }

    @Override
    public Future<?> say(ChannelHandlerContext context) {
        if (hasSaidLastWord) {
            return context.newSucceededFuture();
        }
        hasSaidLastWord = true;
        try {
            return context.writeAndFlush(records.closeNotify());
        } catch (SSLException unsaid) {
            return context.newFailedFuture(unsaid);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (context.channel().isActive() && !isReset(context.channel())) {
            say(context);
        }
        context.close(promise);
    }

    /** A reset is no end, so nothing is said before one. */
    private static boolean isReset(Channel channel) {
        try {
            Integer linger = channel.config().getOption(ChannelOption.SO_LINGER);
            return linger != null && linger == 0;
        } catch (ChannelException gone) {
            return true;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(held);
        held = null;
        records.release();
    }
}
