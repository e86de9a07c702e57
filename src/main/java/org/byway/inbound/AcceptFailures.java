package org.byway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Says that the system gave no descriptor for a connection that waits. Netty's acceptor has by then stopped accepting for a
 * second, and tries again by itself.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {
    private final RateLimitedLog log;

    AcceptFailures(RateLimitedLog log) {
        this.log = log;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.cannotAccept(cause);
    }
}
