package org.byway.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The few threads that run every socket, named {@code byway-io}. */
public final class EventLoops implements AutoCloseable {
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, MOST),
            new DefaultThreadFactory("byway-io", true), NioIoHandler.newFactory());

    public EventLoopGroup group() {
        return group;
    }

    public EventLoop next() {
        return group.next();
    }

    /** Ends the threads and waits for it, at most two seconds. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
