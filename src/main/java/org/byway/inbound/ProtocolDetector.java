package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at a program's first byte, installs the handler of its protocol, and leaves. */
final class ProtocolDetector extends ByteToMessageDecoder {
    private static final int TLS_HANDSHAKE = 0x16;

    private final Reception reception;
    private @Nullable Future<?> alarm;

    ProtocolDetector(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> reject(context, "it said nothing in time"),
                reception.deadline().toMillis(), TimeUnit.MILLISECONDS);
        context.read();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    /** A program that resets its connection has said nothing yet that could be answered. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int first = in.getUnsignedByte(in.readerIndex());
        if (first == Socks5RequestHandler.VERSION) {
            become(context, new Socks5RequestHandler(reception));
        } else if (first == Socks4RequestHandler.VERSION) {
            become(context, new Socks4RequestHandler(reception));
        } else if (first >= 'A' && first <= 'Z') {
            become(context, new HttpRequestHandler(reception));
        } else {
            in.skipBytes(in.readableBytes());
            reject(context, first == TLS_HANDSHAKE
                    ? "the program was set to an HTTPS proxy; choose HTTP or SOCKS5 there"
                    : "it spoke neither SOCKS nor HTTP");
        }
    }

    private void reject(ChannelHandlerContext context, String why) {
        reception.log().closing(why);
        context.close();
    }

    private void become(ChannelHandlerContext context, ChannelHandler handler) {
        context.pipeline().addLast(handler);
        context.pipeline().remove(this);
    }
}
