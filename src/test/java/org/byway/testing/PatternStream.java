package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.Arrays;
import org.byway.net.OutputEnd;

/**
 * Sends so many bytes of which each follows from its place, as fast as the channel takes them, then the end; and checks that
 * the other side's are the same.
 */
public final class PatternStream extends ChannelInboundHandlerAdapter {
    private static final int CHUNK = 16 * 1024;
    private static final int PERIOD = 251;
    private static final int ROUNDS = 7;
    /** The pattern from any place on, for at least a chunk. */
    private static final byte[] PATTERN = pattern();

    private final long toSend;
    private volatile long sent;
    private volatile long received;
    private long firstWrong = -1;
    private volatile boolean isEnded;
    private boolean isFinished;
    private Throwable failure = new IllegalStateException("none");
    private boolean hasFailed;

    public PatternStream(long toSend) {
        this.toSend = toSend;
    }

    /** Takes a channel over, reads it and sends; on its loop. */
    public PatternStream over(Channel channel) {
        channel.pipeline().addLast(this);
        channel.config().setAutoRead(true);
        send(channel);
        return this;
    }

    private void send(Channel channel) {
        long place = sent;
        while (place < toSend && channel.isWritable()) {
            int length = (int) Math.min(CHUNK, toSend - place);
            channel.writeAndFlush(channel.alloc().directBuffer(length).writeBytes(PATTERN, inPattern(place), length));
            place += length;
            sent = place;
        }
        if (place == toSend && !isFinished) {
            isFinished = true;
            OutputEnd.flushed(channel).addListener(done -> OutputEnd.shutdown(channel));
        }
    }

    /** The byte at a place. */
    public static byte at(long place) {
        return (byte) (place % PERIOD + place / PERIOD % ROUNDS);
    }

    private static byte[] pattern() {
        byte[] pattern = new byte[PERIOD * ROUNDS + CHUNK];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = at(i);
        }
        return pattern;
    }

    private static int inPattern(long place) {
        return (int) (place % (PERIOD * ROUNDS));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.release();
        long place = received;
        for (int begin = 0; begin < bytes.length; begin += CHUNK) {
            int end = Math.min(bytes.length, begin + CHUNK);
            int from = inPattern(place + begin);
            int wrong = Arrays.mismatch(bytes, begin, end, PATTERN, from, from + end - begin);
            if (firstWrong < 0 && wrong >= 0) {
                firstWrong = place + begin + wrong;
            }
        }
        received = place + bytes.length;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        send(context.channel());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        isEnded |= event instanceof ChannelInputShutdownEvent;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failure = cause;
        hasFailed = true;
    }

    public long received() {
        return received;
    }

    /** What the channel has taken so far. */
    public long sent() {
        return sent;
    }

    /** Whether the other side's end has come, and nothing before it was wrong. */
    public boolean isWholeAndEnded(long bytes) {
        return isEnded && received == bytes && firstWrong < 0 && !hasFailed;
    }

    @Override
    public String toString() {
        return "sent " + sent + ", received " + received + ", first wrong " + firstWrong + ", ended " + isEnded
                + (hasFailed ? ", failed by " + failure : "");
    }
}
