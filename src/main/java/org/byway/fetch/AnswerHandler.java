package org.byway.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.byway.fetch.FetchException.Kind;
import org.jspecify.annotations.Nullable;

/** Collects one answer up to a limit. */
final class AnswerHandler extends SimpleChannelInboundHandler<HttpObject> {
    private final int maxBytes;
    private final Promise<Answer> answered;
    private final FetchWatch watch;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private int status;

    AnswerHandler(int maxBytes, Promise<Answer> answered, FetchWatch watch) {
        this.maxBytes = maxBytes;
        this.answered = answered;
        this.watch = watch;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part.decoderResult().isFailure()) {
            fail(Kind.BROKEN, part.decoderResult().cause());
        } else if (part instanceof HttpResponse response) {
            begin(response);
        }
        if (part instanceof HttpContent content && !isInterim()) {
            add(content.content());
        }
        if (part instanceof LastHttpContent && !isInterim()) {
            answered.trySuccess(new Answer(status, headers, body.toByteArray()));
        }
    }

    private void begin(HttpResponse response) {
        status = response.status().code();
        headers.clear();
        if (isWanted()) {
            watch.answered();
        }
        response.headers().forEach(it -> headers.putIfAbsent(it.getKey().toLowerCase(Locale.ROOT), it.getValue()));
        if (HttpUtil.getContentLength(response, 0L) > maxBytes) {
            fail(Kind.TOO_LARGE, null);
        }
    }

    /** RFC 9110, section 15.2: another answer follows. */
    private boolean isInterim() {
        return HttpStatusClass.valueOf(status) == HttpStatusClass.INFORMATIONAL;
    }

    private boolean isWanted() {
        return HttpStatusClass.valueOf(status) == HttpStatusClass.SUCCESS;
    }

    private void add(ByteBuf bytes) throws IOException {
        if (answered.isDone()) {
            return;
        }
        if (body.size() + bytes.readableBytes() > maxBytes) {
            fail(Kind.TOO_LARGE, null);
        } else {
            int more = bytes.readableBytes();
            bytes.readBytes(body, more);
            if (isWanted()) {
                watch.received(more);
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(Kind.BROKEN, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(Kind.BROKEN, null);
    }

    /** The end of the stream comes as an event where the dialer leaves our half of the connection open. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            fail(Kind.BROKEN, null);
        } else if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            fail(Kind.NOT_SECURE, handshake.cause());
        }
        context.fireUserEventTriggered(event);
    }

    private void fail(Kind kind, @Nullable Throwable cause) {
        answered.tryFailure(new FetchException(kind, cause));
    }
}
