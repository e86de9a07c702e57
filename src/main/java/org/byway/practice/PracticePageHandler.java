package org.byway.practice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** The web page behind the practice upstreams; it says through which of them it came. */
final class PracticePageHandler extends SimpleChannelInboundHandler<HttpRequest> {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Byway works</title>
            <style>body{font:1.2rem system-ui;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
            <h1>It works</h1>
            <p>This page came through <b>{upstream}</b>. Load it again: in a few seconds that one fails,
            and the page comes through another, without you doing anything.</p>
            </html>
            """;

    private final String upstream;

    PracticePageHandler(String upstream) {
        this.upstream = upstream;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        ByteBuf page = ByteBufUtil.writeUtf8(context.alloc(), PAGE.replace("{upstream}", upstream));
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, page);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONTENT_LENGTH, page.readableBytes());
        boolean isLast = !HttpUtil.isKeepAlive(request);
        if (isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        ChannelFuture sent = context.writeAndFlush(response);
        if (isLast) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Who asks nothing more needs no connection: a stream in the tunnel would stand half closed for ever. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    /** Servers that are struck cut what they have, and that is what they are for. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
