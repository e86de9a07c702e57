package org.byway.net;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Promise;

/** The two rules by which no dial leaves a channel behind. */
public final class Dials {
    private Dials() {}

    /** Hands the channel over, or closes it where nobody waits any more. */
    public static void deliver(Channel channel, Promise<Channel> ready) {
        if (!ready.trySuccess(channel)) {
            channel.close();
        }
    }

    public static void closeWhenCancelled(Promise<Channel> ready, Channel channel) {
        ready.addListener(done -> {
            if (done.isCancelled()) {
                channel.close();
            }
        });
    }
}
