package org.byway.engine.standing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Counts what comes from an upstream as it comes, before its protocol has opened it: a filter stops those bytes, and a part of
 * a chunk gives no payload. From ready on, so that no handshake is in it.
 */
public final class WireCount extends ChannelInboundHandlerAdapter {
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf buffer) {
            bytes += buffer.readableBytes();
        }
        context.fireChannelRead(message);
    }
}
