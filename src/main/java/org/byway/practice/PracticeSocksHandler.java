package org.byway.practice;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.socksx.v5.DefaultSocks5CommandResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5InitialResponse;
import io.netty.handler.codec.socksx.v5.Socks5AddressType;
import io.netty.handler.codec.socksx.v5.Socks5AuthMethod;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequest;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;
import io.netty.handler.codec.socksx.v5.Socks5CommandType;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequest;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5Message;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;

/** Answers SOCKS5 for the practice page and for nothing else. */
final class PracticeSocksHandler extends SimpleChannelInboundHandler<Socks5Message> {
    private final String upstream;

    PracticeSocksHandler(String upstream) {
        this.upstream = upstream;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Socks5Message message) {
        if (!message.decoderResult().isSuccess()) {
            context.close();
        } else if (message instanceof Socks5InitialRequest) {
            context.pipeline().replace(Socks5InitialRequestDecoder.class, null, new Socks5CommandRequestDecoder());
            context.writeAndFlush(new DefaultSocks5InitialResponse(Socks5AuthMethod.NO_AUTH));
        } else if (message instanceof Socks5CommandRequest request) {
            answer(context, request);
        }
    }

    private void answer(ChannelHandlerContext context, Socks5CommandRequest request) {
        if (!request.type().equals(Socks5CommandType.CONNECT)) {
            reply(context, Socks5CommandStatus.COMMAND_UNSUPPORTED).addListener(ChannelFutureListener.CLOSE);
        } else if (isPage(request)) {
            reply(context, Socks5CommandStatus.SUCCESS);
            servePage(context);
        } else {
            reply(context, Socks5CommandStatus.HOST_UNREACHABLE).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static boolean isPage(Socks5CommandRequest request) {
        return request.dstAddr().equalsIgnoreCase(PracticeNetwork.PAGE.host())
                && request.dstPort() == PracticeNetwork.PAGE.port();
    }

    private static io.netty.channel.ChannelFuture reply(ChannelHandlerContext context, Socks5CommandStatus status) {
        return context.writeAndFlush(new DefaultSocks5CommandResponse(status, Socks5AddressType.IPv4));
    }

    private void servePage(ChannelHandlerContext context) {
        context.pipeline().remove(Socks5ServerEncoder.class);
        context.pipeline().addLast(new HttpServerCodec(), new PracticePageHandler(upstream));
        context.pipeline().remove(Socks5CommandRequestDecoder.class);
        context.pipeline().remove(this);
    }
}
