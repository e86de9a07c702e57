package org.byway.transport.tls;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.LastWord;
import org.byway.net.Stage;

/**
 * The ends of a stream inside TLS (RFC 8446, section 6.1): the server's close_notify is its end of stream, an end of the
 * socket without one is a cut, and our end says close_notify first.
 */
final class TlsEnds extends ChannelInboundHandlerAdapter implements LastWord {
    private final SslHandler tls;
    private boolean isFinished;

    TlsEnds(SslHandler tls) {
        this.tls = tls;
    }

    @Override
    public Future<?> say(ChannelHandlerContext context) {
        return tls.closeOutbound();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslCloseCompletionEvent close) {
            if (close.isSuccess() && !isFinished) {
                isFinished = true;
                context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            }
        } else if (event instanceof ChannelInputShutdownEvent) {
            socketEnded(context);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    private void socketEnded(ChannelHandlerContext context) {
        if (!isFinished && tls.handshakeFuture().isSuccess()) {
            isFinished = true;
            context.fireExceptionCaught(new DialException(Stage.SECURE, Blame.UPSTREAM, Fault.CLOSED));
            context.close();
        } else if (!isFinished) {
            context.close();
        }
    }

    /** Before the handshake is over its future tells the failure. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (tls.handshakeFuture().isSuccess()) {
            context.fireExceptionCaught(cause);
        }
    }
}
