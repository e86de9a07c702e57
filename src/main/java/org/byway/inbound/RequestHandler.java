package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.FlowReply;
import org.byway.net.HeldBytes;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of a proxy protocol's opening: reads what a program wants within a deadline, hands it over, and
 * answers. Malformed input closes that connection and nothing else.
 */
abstract class RequestHandler extends ByteToMessageDecoder {
    final Reception reception;
    private @Nullable Future<?> alarm;
    private boolean isReading = true;

    RequestHandler(Reception reception) {
        this.reception = reception;
    }

    /** Reads one message where the whole of it is there, and otherwise leaves the buffer as it is. */
    abstract void request(ChannelHandlerContext context, ByteBuf in);

    /** The answer that the stream is open. */
    abstract ByteBuf yes(ChannelHandlerContext context);

    /** The answer that it is not, and why, as honestly as the protocol can say it. */
    abstract ByteBuf no(ChannelHandlerContext context, DialException why);

    /** The answer that nobody is served for the moment. */
    ByteBuf full(ChannelHandlerContext context) {
        return no(context, new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.LOCAL));
    }

    /** The program wants to go there; what it sent already is kept for the relay. */
    final void open(ChannelHandlerContext context, ByteBuf in, Destination to) {
        if (reception.isFull()) {
            refuse(context, full(context), "too many are open");
            return;
        }
        stopReading();
        HeldBytes.keep(in, context.pipeline());
        reception.flows().open(new Flow(to, context.channel(), new Reply(context)));
    }

    /** Answers and closes. */
    final void refuse(ChannelHandlerContext context, ByteBuf answer, String why) {
        stopReading();
        reception.log().closing(why);
        LingeringClose.after(context.writeAndFlush(answer));
    }

    /** Closes without an answer, which no protocol has for what came. */
    final void reject(ChannelHandlerContext context, String why) {
        if (isReading) {
            stopReading();
            reception.log().closing(why);
        }
        context.close();
    }

    /** Does not read yet: what the detector has goes first, and a read asked for early would outlive the request. */
    @Override
    public final void handlerAdded(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> reject(context, "no request in time"),
                reception.deadline().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected final void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (isReading) {
            request(context, in);
        } else {
            in.skipBytes(in.readableBytes());
        }
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext context) {
        if (isReading) {
            context.read();
        }
    }

    @Override
    public final void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof ChannelInputShutdownEvent && isReading) {
            reject(context, "ended before its request");
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        reject(context, cause.getClass().getSimpleName());
    }

    @Override
    protected final void handlerRemoved0(ChannelHandlerContext context) {
        stopReading();
    }

    /** The request is there whole, or there will be none. */
    final void stopReading() {
        isReading = false;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    private final class Reply implements FlowReply {
        private final ChannelHandlerContext context;

        Reply(ChannelHandlerContext context) {
            this.context = context;
        }

        @Override
        public void succeeded() {
            context.writeAndFlush(yes(context));
            context.pipeline().remove(RequestHandler.this);
        }

        @Override
        public void failed(DialException why) {
            LingeringClose.after(context.writeAndFlush(no(context, why)));
        }
    }
}
