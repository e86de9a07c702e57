package org.byway.net;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;

/** A handler that has something to say before the sending half of its channel ends, as TLS has. */
public interface LastWord extends ChannelHandler {
    /** Done when it is out, or when it cannot be. */
    Future<?> say(ChannelHandlerContext context);
}
