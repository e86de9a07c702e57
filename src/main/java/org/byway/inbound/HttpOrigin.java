package org.byway.inbound;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.FlowReply;
import org.byway.net.PipeChannel;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter;

/** A stream to one origin server on which requests and answers of HTTP follow each other. */
final class HttpOrigin extends ChannelInboundHandlerAdapter {
    /** For whom the origin answers; every call is on the loop. */
    interface Program {
        /** A part of an answer, which the program releases. */
        void answered(HttpOrigin from, HttpObject part);

        /** No more parts for now. */
        void answeredSoFar(HttpOrigin from);

        /** Whether more parts are welcome now; otherwise {@link HttpOrigin#readOn()} follows. */
        boolean takesMore();

        /** The origin's fill has changed. */
        void writabilityChanged(HttpOrigin from);

        /** Nothing follows, whether it was finished or cut. */
        void ended(HttpOrigin from);

        void failed(HttpOrigin from, DialException why);
    }

    private final Destination to;
    private final Program program;
    private final PipeChannel.Pair pipe;
    private boolean isPaused;

    private HttpOrigin(Destination to, Program program, PipeChannel.Pair pipe) {
        this.to = to;
        this.program = program;
        this.pipe = pipe;
    }

    /** Asks for the stream; what is written before it is open waits in the pipe. */
    static HttpOrigin open(Destination to, Program program, FlowHandler flows, EventLoop loop) {
        PipeChannel.Pair pipe = PipeChannel.open(loop);
        HttpOrigin origin = new HttpOrigin(to, program, pipe);
        HttpDecoderConfig limits = RequestDecoder.limits().setValidateHeaders(false);
        pipe.near().pipeline().addLast(new HttpClientCodec(limits, false, false), origin);
        pipe.near().read();
        // not at once: the answer must not come before this method has
        loop.execute(() -> origin.ask(flows));
        return origin;
    }

    private void ask(FlowHandler flows) {
        if (pipe.far().isOpen()) {
            flows.open(new Flow(to, pipe.far(), new Reply()));
        }
    }

    boolean serves(Destination destination) {
        return to.equals(destination);
    }

    boolean isWritable() {
        return pipe.near().isWritable();
    }

    void write(HttpObject part) {
        pipe.near().write(part);
    }

    void flush() {
        pipe.near().flush();
    }

    void readOn() {
        if (isPaused) {
            isPaused = false;
            pipe.near().read();
        }
    }

    /** Says goodbye after the last answer. */
    void finish() {
        pipe.near().shutdownOutput();
        pipe.near().close();
    }

    /** Gives up in the middle; what is still being dialled is not dialled on. */
    void close() {
        pipe.near().close();
        pipe.far().close();
    }

    /** From here on the bytes are not HTTP any more (RFC 9110, section 7.8). */
    void becomeRaw(Channel client) {
        Channel near = pipe.near();
        // the bytes are counted where the other end of the pipe is relayed
        Relay.join(client, near, new TrafficMeter());
        near.pipeline().remove(this);
        near.pipeline().remove(HttpClientCodec.class);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpObject object) {
            program.answered(this, object);
        } else {
            // bytes behind an upgrade that nobody asked for, which has been refused
            ReferenceCountUtil.release(part);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        program.answeredSoFar(this);
        if (program.takesMore()) {
            context.read();
        } else {
            isPaused = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        program.writabilityChanged(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            program.ended(this);
        }
    }

    /** Before the channel becomes inactive, which the decoder takes for the end of an answer without length. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        program.ended(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        program.ended(this);
    }

    private final class Reply implements FlowReply {
        @Override
        public void succeeded() {
            // what was written meanwhile waits in the pipe
        }

        @Override
        public void failed(DialException why) {
            program.failed(HttpOrigin.this, why);
            close();
        }
    }
}
