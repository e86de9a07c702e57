package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.byway.net.OutputEnd;

/** The end of a dialled channel as a test uses it: sends, collects what comes, and sees the end. */
public final class ChannelStream extends ChannelInboundHandlerAdapter implements AutoCloseable {
    private final Channel channel;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile boolean isEnded;
    private volatile boolean isCut;

    private ChannelStream(Channel channel) {
        this.channel = channel;
    }

    /** Takes the channel over and reads it; on its loop, as the relay does. */
    public static ChannelStream over(Channel channel) {
        return channel.eventLoop().submit(() -> {
            ChannelStream stream = new ChannelStream(channel);
            channel.pipeline().addLast(stream);
            channel.config().setAutoRead(true);
            return stream;
        }).syncUninterruptibly().getNow();
    }

    public ChannelStream send(byte[] bytes) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
        return this;
    }

    public ChannelStream send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As the relay does: the end goes after everything before it. */
    public void finish() {
        OutputEnd.flushed(channel).syncUninterruptibly();
        channel.eventLoop().submit(() -> OutputEnd.shutdown(channel)).syncUninterruptibly().getNow()
                .syncUninterruptibly();
    }

    /** What came, once so many bytes did. */
    public byte[] receive(int bytes) {
        Eventually.eventually(bytes + " bytes arrive", () -> received.size() >= bytes);
        return received.toByteArray();
    }

    public String receiveText(int bytes) {
        return new String(receive(bytes), StandardCharsets.ISO_8859_1);
    }

    /** How many bytes have come. */
    public int received() {
        return received.size();
    }

    public boolean isEnded() {
        return isEnded;
    }

    /** Whether a failure ended it, known once it is ended. */
    public boolean isCut() {
        return isCut;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy).release();
        received.writeBytes(copy);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        isEnded |= event instanceof ChannelInputShutdownEvent;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        isEnded = true;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        isCut = true;
        context.close();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
    }
}
