package org.byway.transport.tls;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;

/** How a stream ended: finished, or cut. */
final class EndWatch extends ChannelInboundHandlerAdapter {
    private volatile boolean hasFinished;
    private volatile Optional<Throwable> failure = Optional.empty();

    static EndWatch on(Channel channel) {
        return channel.eventLoop().submit(() -> {
            EndWatch watch = new EndWatch();
            channel.pipeline().addLast(watch);
            channel.config().setAutoRead(true);
            return watch;
        }).syncUninterruptibly().getNow();
    }

    boolean hasFinished() {
        return hasFinished;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        hasFinished |= event instanceof ChannelInputShutdownEvent;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failure = Optional.of(cause);
    }
}
