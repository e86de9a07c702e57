package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.byway.engine.standing.StandingStreams;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Judges a stream that was ready without being confirmed: by the first byte that comes back, or by none coming in time
 * after the program has sent something. Then it leaves the pipeline. A program that goes first proves nothing.
 */
public final class FirstByteWatch extends ChannelDuplexHandler {
    /** How long an answer may take before its absence says something; a program may go on waiting. */
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Consumer<Outcome> report;
    private final Duration opened;
    private final boolean isAsked;
    private @Nullable Future<?> alarm;

    /**
     * @param opened  how long the dial took
     * @param isAsked whether the program has sent something already
     */
    FirstByteWatch(Consumer<Outcome> report, Duration opened, boolean isAsked) {
        this.report = report;
        this.opened = opened;
        this.isAsked = isAsked;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (isAsked) {
            await(context);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (alarm == null && ((ByteBuf) message).isReadable()) {
            await(context);
        }
        context.write(message, promise);
    }

    private void await(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> unanswered(context), DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        judge(context, new Outcome.Opened(opened));
        context.fireChannelRead(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent && alarm != null) {
            unanswered(context);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause == StandingStreams.IS_DOWN) {
            context.pipeline().remove(this);
        } else if (cause instanceof DialException known) {
            judge(context, new Outcome.Failed(known));
        } else {
            unanswered(context);
        }
        context.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (alarm != null) {
            unanswered(context);
        }
        context.fireChannelInactive();
    }

    /** Our own end, because the program has gone. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        context.pipeline().remove(this);
        context.close(promise);
    }

    /** Whether password, server or site is to blame cannot be known. */
    private void unanswered(ChannelHandlerContext context) {
        judge(context, new Outcome.Failed(
                new DialException(Stage.AUTHENTICATE, Blame.UNKNOWN, Fault.UNANSWERED)));
    }

    private void judge(ChannelHandlerContext context, Outcome outcome) {
        context.pipeline().remove(this);
        report.accept(outcome);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
