package org.byway.testing;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Ticker;
import java.io.IOException;

/** An embedded channel of which each direction can end by itself, and which can stop taking bytes. */
public final class EmbeddedDuplex extends EmbeddedChannel implements DuplexChannel {
    private boolean isInputShutdown;
    private boolean isOutputShutdown;
    private boolean isFull;
    private boolean isCut;

    public EmbeddedDuplex(Ticker ticker) {
        super(builder().ticker(ticker));
        config().setAutoRead(false);
    }

    /** The other side says that nothing more comes. */
    public void endInput() {
        isInputShutdown = true;
        pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        runPendingTasks();
    }

    /** Takes nothing more, until {@link #drain()}. */
    public void fill() {
        isFull = true;
    }

    public void drain() {
        isFull = false;
        unsafe().flush();
        runPendingTasks();
    }

    /** The other side has reset it, which shows when bytes are written. */
    public void cut() {
        isCut = true;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer buffer) throws Exception {
        if (isCut) {
            throw new IOException("Connection reset by peer");
        }
        if (!isFull) {
            super.doWrite(buffer);
        }
    }

    @Override
    public boolean isInputShutdown() {
        return isInputShutdown;
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        isInputShutdown = true;
        return promise.setSuccess();
    }

    @Override
    public boolean isOutputShutdown() {
        return isOutputShutdown;
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        isOutputShutdown = true;
        return promise.setSuccess();
    }

    @Override
    public boolean isShutdown() {
        return isInputShutdown && isOutputShutdown;
    }

    @Override
    public ChannelFuture shutdown() {
        return shutdown(newPromise());
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        isInputShutdown = true;
        return shutdownOutput(promise);
    }
}
