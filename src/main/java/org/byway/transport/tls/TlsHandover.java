package org.byway.transport.tls;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Promise;
import org.byway.net.Dials;

/** Lets Netty make the handshake, and puts a {@link TlsStream} in its place when that is over. */
final class TlsHandover extends ChannelInboundHandlerAdapter {
    private final SslHandler handshake;
    private final Promise<Channel> ready;

    TlsHandover(SslHandler handshake, Promise<Channel> ready) {
        this.handshake = handshake;
        this.ready = ready;
    }

    /** In the middle of reading: what came behind the handshake goes on to the stream when the handler is gone. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent end && end.isSuccess()) {
            ChannelPipeline pipeline = context.pipeline();
            pipeline.addLast(new TlsStream(records(context)));
            pipeline.remove(this);
            pipeline.remove(handshake);
            Dials.deliver(context.channel(), ready);
            context.channel().flush(); // our last message, where nobody had more to say
        } else if (event instanceof SslHandshakeCompletionEvent end) {
            ready.tryFailure(TlsFailures.explain(end.cause()));
            context.close();
        } else if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    private TlsRecords records(ChannelHandlerContext context) {
        return handshake.engine() instanceof ReferenceCountedOpenSslEngine boringSsl
                ? new BoringSslRecords(boringSsl, context.alloc())
                : new EngineRecords(handshake.engine(), context.alloc());
    }

    /** Why there will be no handshake is told by its end. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
}
