package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/**
 * Gives channels on the loop that was asked for, over a dialer whose channels all live on a loop of their own, as a tunnel's
 * do. Where the two loops are one, the channel is handed through as it is.
 */
public final class OwnLoopDialer {
    private OwnLoopDialer() {}

    public static StreamDialer streams(StreamDialer elsewhere) {
        return (to, loop) -> bridged(elsewhere.dial(to, loop), loop);
    }

    public static PacketDialer packets(PacketDialer elsewhere) {
        return loop -> bridged(elsewhere.open(loop), loop);
    }

    private static Future<Channel> bridged(Future<Channel> dial, EventLoop loop) {
        Promise<Channel> ready = loop.newPromise();
        ready.addListener(done -> {
            if (done.isCancelled()) {
                dial.cancel(false);
            }
        });
        // on the far loop, where the channel lives and nothing may be lost of what it reads
        dial.addListener((Future<Channel> done) -> {
            if (!done.isSuccess()) {
                ready.tryFailure(done.cause());
            } else if (done.getNow().eventLoop().equals(loop)) {
                Dials.deliver(done.getNow(), ready);
            } else {
                BridgeChannel near = BridgeChannel.over(done.getNow());
                loop.register(near).addListener(registered -> {
                    near.turnSoon(); // what came before could not wake it
                    Dials.deliver(near, ready);
                });
            }
        });
        return ready;
    }
}
