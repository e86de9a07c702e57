package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a proxy protocol's opening, on a connected channel with reading off: a deadline, the stage reached, and
 * one end. A protocol says what it sends first and how an answer is read; afterwards nothing of it is left in the
 * pipeline.
 */
public abstract class Handshake extends ByteToMessageDecoder {
    private final Duration deadline;
    private @Nullable Promise<Channel> ready;
    private @Nullable Future<?> alarm;
    private Stage stage = Stage.REQUEST;

    protected Handshake(Duration deadline) {
        this.deadline = deadline;
    }

    /** Sends the first message. */
    protected abstract void begin(ChannelHandlerContext context);

    /**
     * Reads an answer where the whole of it is there, and otherwise leaves the buffer as it is. Called again while bytes
     * are left and some were read.
     */
    protected abstract void answer(ChannelHandlerContext context, ByteBuf in);

    /** Runs the opening on the channel; the promise is completed on its loop, exactly once. */
    final void run(Channel channel, Promise<Channel> whenReady) {
        ready = whenReady;
        Dials.closeWhenCancelled(whenReady, channel);
        channel.pipeline().addLast(this);
    }

    /** From here on a failure belongs to this stage. */
    protected final void enter(Stage next) {
        stage = next;
    }

    /** The peer said yes: leaves the pipeline, keeping payload that is already here for the reader. */
    protected final void succeed(ChannelHandlerContext context, ByteBuf in) {
        HeldBytes.keep(in, context.pipeline());
        Promise<Channel> whom = end();
        context.pipeline().remove(this);
        if (whom != null) {
            Dials.deliver(context.channel(), whom);
        }
    }

    /** The peer said no, or nothing that can be understood: closes the channel. */
    protected final void fail(ChannelHandlerContext context, Blame blame, Fault fault) {
        Promise<Channel> whom = end();
        context.close();
        if (whom != null) {
            whom.tryFailure(new DialException(stage, blame, fault));
        }
    }

    @Override
    public final void handlerAdded(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> fail(context, Blame.UPSTREAM, Fault.SILENT), deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        if (context.channel().isActive()) {
            begin(context);
            context.read();
        } else {
            fail(context, Blame.UPSTREAM, Fault.CLOSED);
        }
    }

    @Override
    protected final void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (ready == null) {
            in.skipBytes(in.readableBytes());
        } else {
            answer(context, in);
        }
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext context) {
        if (ready != null) {
            context.read();
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext context) throws Exception {
        fail(context, Blame.UPSTREAM, Fault.CLOSED);
        super.channelInactive(context);
    }

    @Override
    public final void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof ChannelInputShutdownEvent) {
            fail(context, Blame.UPSTREAM, Fault.CLOSED);
        }
        super.userEventTriggered(context, event);
    }

    /** A reset, or an answer that cannot be read: the protocols check what they read, so the rest is garbage. */
    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DialException known) {
            fail(context, known.blame(), known.fault());
        } else {
            fail(context, Blame.UPSTREAM, cause instanceof java.io.IOException ? Fault.CLOSED : Fault.GARBAGE);
        }
    }

    private @Nullable Promise<Channel> end() {
        Promise<Channel> whom = ready;
        ready = null;
        if (alarm != null) {
            alarm.cancel(false);
        }
        return whom;
    }
}
