package org.byway.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Counts what one turn of the loop reads from one channel. */
final class TurnCounter extends ChannelInboundHandlerAdapter {
    private int reads;
    private int bytes;
    private volatile int mostReads;
    private volatile int mostBytes;

    /** Counts before anything else in the pipeline sees the bytes. */
    static TurnCounter before(Channel channel) {
        TurnCounter counter = new TurnCounter();
        channel.pipeline().addFirst(counter);
        return counter;
    }

    int mostReads() {
        return mostReads;
    }

    int mostBytes() {
        return mostBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reads++;
        bytes += ((ByteBuf) message).readableBytes();
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        mostReads = Math.max(mostReads, reads);
        mostBytes = Math.max(mostBytes, bytes);
        reads = 0;
        bytes = 0;
        context.fireChannelReadComplete();
    }
}
