package org.byway.planted.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;

/** A way round the dialers, by Netty. */
public record ConnectsOut(Bootstrap bootstrap) {
    public ChannelFuture go() {
        return bootstrap.connect();
    }
}
