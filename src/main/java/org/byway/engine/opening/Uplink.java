package org.byway.engine.opening;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/** This computer's own connection to the rest of the world; any thread. */
public interface Uplink {
    /** Whether it is known to be cut off, so that no failure says anything of an upstream. */
    boolean isDown();

    /**
     * Looks, and completes on the loop: with false as soon as the computer turns out not to be cut off, otherwise with true
     * when it no longer is.
     */
    Future<Boolean> untilBack(EventLoop loop);
}
