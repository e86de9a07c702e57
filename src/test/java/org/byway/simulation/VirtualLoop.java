package org.byway.simulation;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.byway.testing.TestClock;
import org.jspecify.annotations.Nullable;

/** The only event loop of a simulation, whose time jumps from one due task to the next; everything runs on the caller's thread. */
final class VirtualLoop extends AbstractScheduledEventExecutor implements EventLoop {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    TestClock clock() {
        return new TestClock(ticker);
    }

    /** Since the beginning. */
    Duration now() {
        return Duration.ofNanos(ticker.nanoTime() - ticker.initialNanoTime());
    }

    void after(Duration delay, Runnable task) {
        schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs what is due up to this moment. */
    void runUntil(Duration end) {
        while (now().compareTo(end) < 0) {
            runDue();
            long next = nextScheduledTaskNano();
            long left = end.minus(now()).toNanos();
            ticker.advance(next < 0 ? left : Math.clamp(next, 1, left), TimeUnit.NANOSECONDS);
        }
        runDue();
    }

    private void runDue() {
        for (Runnable task = due(); task != null; task = due()) {
            task.run();
        }
    }

    private @Nullable Runnable due() {
        Runnable task = tasks.poll();
        return task == null ? pollScheduledTask(ticker.nanoTime()) : task;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Ticker ticker() {
        return ticker;
    }

    @Override
    public EventLoopGroup parent() {
        return this;
    }

    @Override
    public EventLoop next() {
        return this;
    }

    @Override
    public boolean inEventLoop(Thread thread) {
        return true;
    }

    @Override
    public ChannelFuture register(Channel channel) {
        return register(new DefaultChannelPromise(channel, this));
    }

    @Override
    public ChannelFuture register(ChannelPromise promise) {
        promise.channel().unsafe().register(this, promise);
        return promise;
    }

    @Override
    @Deprecated
    public ChannelFuture register(Channel channel, ChannelPromise promise) {
        throw new UnsupportedOperationException();
    }

    /** It ends with its simulation. */
    @Override
    public Future<?> shutdownGracefully(long quiet, long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<?> terminationFuture() {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void shutdown() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isShuttingDown() {
        return false;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
