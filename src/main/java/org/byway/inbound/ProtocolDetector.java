package org.byway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.byway.net.FlowHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a program's first byte, installs the handler of its protocol, and leaves. */
final class ProtocolDetector extends ByteToMessageDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolDetector.class);
    private static final int TLS_HANDSHAKE = 0x16;

    private final FlowHandler flows;
    private final Duration deadline;
    private final ProxyLogin login;
    private @Nullable Future<?> alarm;

    ProtocolDetector(FlowHandler flows, Duration deadline) {
        this(flows, deadline, ProxyLogin.none());
    }

    ProtocolDetector(FlowHandler flows, Duration deadline, ProxyLogin login) {
        this.flows = flows;
        this.deadline = deadline;
        this.login = login;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        alarm = context.executor().schedule(() -> {
            context.close();
        }, deadline.toMillis(), TimeUnit.MILLISECONDS);
        context.read();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
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
            become(context, new Socks5RequestHandler(flows, deadline, login));
        } else if (first == Socks4RequestHandler.VERSION) {
            become(context, new Socks4RequestHandler(flows, deadline, login));
        } else if (first >= 'A' && first <= 'Z') {
            become(context, new HttpRequestHandler(flows, deadline, login));
        } else {
            LOG.info(first == TLS_HANDSHAKE
                    ? "a program was set to an HTTPS proxy; choose HTTP or SOCKS5 there"
                    : "a program spoke neither SOCKS nor HTTP");
            in.skipBytes(in.readableBytes());
            context.close();
        }
    }

    private void become(ChannelHandlerContext context, ChannelHandler handler) {
        context.pipeline().addLast(handler);
        context.pipeline().remove(this);
    }
}
