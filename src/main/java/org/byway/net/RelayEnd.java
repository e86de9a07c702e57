package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One direction of a relay: what this channel reads is written to its peer. */
final class RelayEnd extends ChannelInboundHandlerAdapter {
    private final Channel peer;
    private final LongConsumer count;
    private boolean isFinished;
    private boolean hasFailed;
    private long moved;
    private @Nullable Future<?> alarm;

    RelayEnd(Channel peer, LongConsumer count) {
        this.peer = peer;
        this.count = count;
    }

    long moved() {
        return moved;
    }

    /** Whether this channel's peer has finished or was cut off. */
    boolean hasEnded() {
        return isFinished || hasFailed;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!peer.isActive()) {
            ReferenceCountUtil.release(message);
            return;
        }
        int bytes = ((ByteBuf) message).readableBytes();
        moved += bytes;
        count.accept(bytes);
        peer.write(message, peer.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        peer.flush();
        if (!peer.isWritable()) {
            context.channel().config().setAutoRead(false);
        }
    }

    /** This channel takes more, or no more: so its peer may, or may not, be read. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        peer.config().setAutoRead(context.channel().isWritable());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !isFinished) {
            isFinished = true;
            finish(context);
        }
    }

    /** Passes the end of stream on once everything before it is out; closes when both directions have ended. */
    private void finish(ChannelHandlerContext context) {
        OutputEnd.flushed(peer).addListener(flushed -> {
            if (((DuplexChannel) context.channel()).isOutputShutdown()) {
                context.close();
                peer.close();
            } else if (peer.isActive() && context.channel().isActive()) {
                OutputEnd.shutdown(peer);
                watchForSilence(context, peer.pipeline().get(RelayEnd.class));
            }
        });
    }

    private void watchForSilence(ChannelHandlerContext context, RelayEnd other) {
        long movedBefore = other.moved;
        alarm = context.executor().schedule(() -> {
            if (other.moved == movedBefore) {
                context.close();
            } else {
                watchForSilence(context, other);
            }
        }, Relay.HALF_CLOSED_SILENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** A stream that was cut must not look finished, so a reset is passed on as a reset. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false); // or closed connections would fill the memory for minutes
        }
        try {
            if (hasFailed) {
                peer.config().setOption(ChannelOption.SO_LINGER, 0);
            }
        } finally {
            peer.close(); // macOS refuses options on a socket that was reset
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        hasFailed = true;
        context.close();
    }
}
