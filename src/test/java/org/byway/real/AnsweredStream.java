package org.byway.real;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.byway.testing.PatternStream;

/** Sends so many bytes of the pattern and the end, and waits for the eight bytes by which the other side says how many came. */
final class AnsweredStream extends ChannelInboundHandlerAdapter {
    private final PatternStream pattern;
    private long read;
    private int bytes;
    private volatile long answer = -1;

    AnsweredStream(long toSend) {
        this.pattern = new PatternStream(toSend);
    }

    AnsweredStream over(Channel channel) {
        channel.pipeline().addLast(this);
        pattern.over(channel);
        return this;
    }

    /** What the other side said, or -1 as long as it has not. */
    long answer() {
        return answer;
    }

    @Override
    public String toString() {
        return pattern + ", answered " + answer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        for (; buffer.isReadable(); bytes++) {
            read = read << Byte.SIZE | buffer.readUnsignedByte();
        }
        buffer.release();
        answer = bytes >= Long.BYTES ? read : answer;
    }
}
