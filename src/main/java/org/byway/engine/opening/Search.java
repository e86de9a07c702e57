package org.byway.engine.opening;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/** Looks through the list for upstreams that work, while none is known to; any thread. */
public interface Search {
    /**
     * Completes on the loop as soon as some upstream is known to work, at once where one is; fails with a
     * {@link org.byway.net.DialException} where a whole search was in vain. One search serves all who wait.
     */
    Future<Void> untilOneWorks(EventLoop loop);
}
