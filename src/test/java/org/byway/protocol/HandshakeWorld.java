package org.byway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;

/** One opening on an embedded channel, in virtual time: what it sends, and what it makes of what comes. */
public final class HandshakeWorld implements AutoCloseable {
    public static final Duration DEADLINE = Duration.ofSeconds(5);

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();
    private final Future<Channel> dial;

    public HandshakeWorld(Function<StreamDialer, Upstream> upstream, Destination to) {
        StreamDialer carrier = (server, loop) -> loop.newSucceededFuture(channel);
        dial = upstream.apply(carrier).streams().dial(to, time.loop());
        time.run();
    }

    /** What was sent since the last look, in hexadecimal. */
    public String sent() {
        StringBuilder hex = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            hex.append(ByteBufUtil.hexDump(bytes));
            bytes.release();
        }
        return hex.toString();
    }

    public String sentText() {
        return new String(ByteBufUtil.decodeHexDump(sent()), StandardCharsets.ISO_8859_1);
    }

    public HandshakeWorld comes(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));
        return this;
    }

    public HandshakeWorld comesText(String text) {
        return comes(ByteBufUtil.hexDump(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    public HandshakeWorld passes(Duration by) {
        time.advance(by);
        return this;
    }

    public boolean isReady() {
        return dial.isSuccess();
    }

    public boolean isOpen() {
        return channel.isOpen();
    }

    public DialException failure() {
        assertThat(dial.cause()).isInstanceOf(DialException.class);
        return (DialException) dial.cause();
    }

    /** What a reader gets once it asks. */
    public String payload() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf early = channel.readInbound(); early != null; early = channel.readInbound()) {
            text.append(early.toString(StandardCharsets.ISO_8859_1));
            early.release();
        }
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                ByteBuf bytes = (ByteBuf) message;
                text.append(bytes.toString(StandardCharsets.ISO_8859_1));
                bytes.release();
            }
        });
        channel.read();
        return text.toString();
    }

    @Override
    public void close() {
        time.close();
    }
}
