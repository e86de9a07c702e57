package org.byway.simulation;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.byway.model.Destination;
import org.byway.net.Upstream;

/** The probe of rule-based clients: a tiny question, and whether anything comes back. */
final class FirstByte extends ChannelInboundHandlerAdapter {
    private static final Destination PAGE = Destination.of("probed.example", 80);

    private final Promise<Void> seen;

    private FirstByte(Promise<Void> seen) {
        this.seen = seen;
    }

    /** Fails where that takes longer. */
    static Future<Void> of(VirtualLoop loop, Upstream upstream, Duration patience) {
        Promise<Void> seen = loop.newPromise();
        Future<Channel> dial = upstream.streams().dial(PAGE, loop);
        loop.after(patience, () -> seen.tryFailure(new TimeoutException()));
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess() && seen.isDone()) {
                done.getNow().close();
            } else if (done.isSuccess()) {
                Channel channel = done.getNow();
                channel.pipeline().addLast(new FirstByte(seen));
                channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1]));
                seen.addListener(over -> channel.close());
            } else {
                seen.tryFailure(done.cause());
            }
        });
        seen.addListener(over -> dial.cancel(false));
        return seen;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        seen.trySuccess(null);
    }
}
