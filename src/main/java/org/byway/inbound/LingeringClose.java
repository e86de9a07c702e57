package org.byway.inbound;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Closes in two steps after a last answer (RFC 9112, section 9.6): what the program is still sending would otherwise be
 * met by a reset, which may undo the answer.
 */
final class LingeringClose extends ChannelInboundHandlerAdapter {
    static final int SECONDS = 2;

    private LingeringClose() {}

    /** Once the answer is out. */
    static void after(ChannelFuture answered) {
        DuplexChannel client = (DuplexChannel) answered.channel();
        answered.addListener(done -> {
            if (client.isInputShutdown() || !done.isSuccess()) {
                client.close();
            } else {
                client.pipeline().addFirst(new LingeringClose());
                client.shutdownOutput();
                client.eventLoop().schedule(() -> client.close(), SECONDS, TimeUnit.SECONDS);
                client.config().setAutoRead(true);
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object unwanted) {
        ReferenceCountUtil.release(unwanted);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
