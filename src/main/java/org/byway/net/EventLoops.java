package org.byway.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The few threads that run every socket, named {@code byway-io}. */
public final class EventLoops implements AutoCloseable {
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, MOST),
            new DefaultThreadFactory("byway-io", true), NioIoHandler.newFactory()) {
        @Override
        protected IoEventLoop newChild(Executor executor, IoHandlerFactory handlers, Object... unused) {
            return new Loop(this, executor, handlers);
        }
    };

    public EventLoopGroup group() {
        return group;
    }

    public EventLoop next() {
        return group.next();
    }

    /** Closes every channel and ends the threads; waits for it, at most two seconds. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    /** Netty's loop ends with its channels open where it is told to end between its two looks at that; this one closes them. */
    private static final class Loop extends SingleThreadIoEventLoop {
        Loop(MultiThreadIoEventLoopGroup group, Executor executor, IoHandlerFactory handlers) {
            super(group, executor, handlers);
        }

        @Override
        protected boolean confirmShutdown() {
            if (isShuttingDown()) {
                ioHandler().prepareToDestroy();
            }
            return super.confirmShutdown();
        }
    }
}
