package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.byway.engine.choice.Candidate;
import org.byway.engine.standing.StandingStreams;
import org.byway.engine.standing.WireCount;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One upstream's part in the opening of a stream: its dial, then its channel up to the first byte back; on the client's
 * loop. Whatever it shows is told as evidence.
 */
public final class Lane extends ChannelInboundHandlerAdapter {
    /** So long nothing is asked of a server that confirms nothing, but by a program that speaks (FAILOVER, "Ready"). */
    private static final Duration UNASKED = Duration.ofMillis(50);

    private final Candidate through;
    private final EventLoop loop;
    private final Consumer<Outcome> evidence;
    private final Course course;
    private final WireCount wire = new WireCount();
    private final long begun;
    private @Nullable Future<Channel> dial;
    private @Nullable Channel channel;
    private @Nullable Future<?> alarm;
    private Duration opened = Duration.ZERO;
    private long sentAt;
    private boolean hasSent;
    private boolean isJudged;
    private boolean isOver;

    /** What a lane is for; called on the loop. */
    interface Course {
        /** Its channel can take bytes. */
        void ready(Lane lane);

        /** It never came to that. */
        void failed(Lane lane, DialException why);

        /** The first byte is back and follows: the relay has to be there when this returns. */
        void answered(Lane lane);

        /** It was ready, and ended without a byte; true where another takes its place. */
        boolean isReplaced(Lane lane);
    }

    Lane(Candidate through, EventLoop loop, Consumer<Outcome> evidence, Course course) {
        this.through = through;
        this.loop = loop;
        this.evidence = evidence;
        this.course = course;
        this.begun = loop.ticker().nanoTime();
    }

    public Candidate through() {
        return through;
    }

    boolean isOlderThan(Lane other) {
        return begun - other.begun < 0;
    }

    void dial(Destination to) {
        Future<Channel> dialled = through.upstream().streams().dial(to, loop);
        dial = dialled;
        dialled.addListener((Future<Channel> done) -> {
            if (isOver) {
                if (done.isSuccess()) {
                    done.getNow().close();
                }
            } else if (done.isSuccess()) {
                ready(done.getNow());
            } else {
                isOver = true;
                DialException why = explain(done.cause());
                evidence.accept(new Outcome.Failed(why));
                course.failed(this, why);
            }
        });
    }

    private void ready(Channel ready) {
        channel = ready;
        opened = since(begun);
        ready.pipeline().addFirst(wire).addLast(this);
        if (through.upstream().confirms()) {
            evidence.accept(new Outcome.Opened(opened));
        }
        course.ready(this);
    }

    boolean isReady() {
        return channel != null && !isOver;
    }

    /** Of a lane that is ready. */
    public Channel channel() {
        return Objects.requireNonNull(channel);
    }

    /** What comes from its server. */
    public WireCount wire() {
        return wire;
    }

    /** Whether the server said that it reached the destination, or has something to prove yet. */
    boolean isConfirmed() {
        return through.upstream().confirms();
    }

    /** From now on the first byte back is waited for. */
    void listen() {
        channel().config().setAutoRead(true);
    }

    /** Passes on what the program says; {@link #flush} sends it. */
    void say(ByteBuf bytes) {
        if (!hasSent && !isConfirmed()) {
            alarm = loop.schedule(() -> evidence.accept(new Outcome.Failed(unanswered())),
                    FirstByteWatch.DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        }
        hasSent = true;
        sentAt = loop.ticker().nanoTime();
        channel().write(bytes, channel().voidPromise());
    }

    void flush() {
        channel().flush();
    }

    boolean hasSent() {
        return hasSent;
    }

    /** Another one that was asked later has come first. */
    void outrun() {
        if (!isOver && (!isReady() || hasSent)) {
            evidence.accept(new Outcome.Outrun(isReady() ? Stage.REQUEST : Stage.CONNECT));
        }
    }

    /** The budget ran out over it. */
    void outOfTime() {
        if (!isOver && !isReady()) {
            evidence.accept(new Outcome.Failed(new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT)));
        }
    }

    /** Nobody waits for it any more. */
    void drop() {
        isOver = true;
        if (channel != null) {
            channel.close();
        } else if (dial != null) {
            dial.cancel(false);
        }
    }

    /** Leaves the channel to the relay before a byte has come back; what comes is still evidence where the dial was none. */
    Channel leave() {
        isOver = true;
        Channel left = channel();
        if (!isConfirmed()) {
            left.pipeline().addLast(new FirstByteWatch(evidence, opened, hasSent));
        }
        left.pipeline().remove(this);
        return left;
    }

    /** Whatever comes now is for the relay. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver) {
            ReferenceCountUtil.release(message);
            return;
        }
        isOver = true;
        if (!isConfirmed()) {
            evidence.accept(new Outcome.Opened(opened));
        }
        if (hasSent) {
            evidence.accept(new Outcome.Answered(since(sentAt)));
        }
        course.answered(this);
        context.fireChannelRead(message);
        context.pipeline().remove(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent) || !isGivenUp(context, Optional.empty())) {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Optional<DialException> why = cause instanceof DialException known ? Optional.of(known) : Optional.empty();
        isJudged = cause == StandingStreams.IS_DOWN;
        if (!isGivenUp(context, why)) {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!isGivenUp(context, Optional.empty())) {
            context.fireChannelInactive();
        }
    }

    /** Ended without a byte; false where the relay is to see that end. */
    private boolean isGivenUp(ChannelHandlerContext context, Optional<DialException> why) {
        if (isOver) {
            return true;
        }
        isOver = true;
        if (!isJudged) {
            why.or(this::itsOwnFault).ifPresent(it -> evidence.accept(new Outcome.Failed(it)));
        }
        boolean isReplaced = course.isReplaced(this);
        if (isReplaced) {
            context.close();
        } else if (context.channel().isActive()) {
            context.pipeline().remove(this);
        }
        return isReplaced;
    }

    /** Absent where a destination, or nobody, may have ended it as well. */
    private Optional<DialException> itsOwnFault() {
        if (hasSent) {
            return Optional.of(unanswered());
        }
        boolean isUnasked = !isConfirmed() && since(begun).minus(opened).compareTo(UNASKED) < 0;
        return isUnasked
                ? Optional.of(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED))
                : Optional.empty();
    }

    /** Without a confirmation a wrong password looks like a server or a site that is silent. */
    private DialException unanswered() {
        return isConfirmed()
                ? new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.CLOSED)
                : new DialException(Stage.AUTHENTICATE, Blame.UNKNOWN, Fault.UNANSWERED);
    }

    private Duration since(long moment) {
        return Duration.ofNanos(loop.ticker().nanoTime() - moment);
    }

    static DialException explain(Throwable cause) {
        return cause instanceof DialException known
                ? known
                : new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.LOCAL);
    }
}
