package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.function.BiConsumer;

/** The rules by which no dial leaves a channel behind. */
public final class Dials {
    private Dials() {}

    /** Hands the channel over, or closes it where nobody waits any more. */
    public static void deliver(Channel channel, Promise<Channel> ready) {
        if (!ready.trySuccess(channel)) {
            channel.close();
        }
    }

    /** Goes on over what carries the dial, once that is there and as long as somebody waits. */
    public static Future<Channel> over(Future<Channel> carried, EventLoop loop,
            BiConsumer<Channel, Promise<Channel>> next) {
        Promise<Channel> ready = loop.newPromise();
        ready.addListener(done -> {
            if (done.isCancelled()) {
                carried.cancel(false);
            }
        });
        carried.addListener((Future<Channel> done) -> {
            if (!done.isSuccess()) {
                ready.tryFailure(SocketFailures.explain(done.cause()));
            } else if (ready.isDone()) {
                done.getNow().close();
            } else {
                next.accept(done.getNow(), ready);
            }
        });
        return ready;
    }

    public static void closeWhenCancelled(Promise<Channel> ready, Channel channel) {
        ready.addListener(done -> {
            if (done.isCancelled()) {
                channel.close();
            }
        });
    }
}
