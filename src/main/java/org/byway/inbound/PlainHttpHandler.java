package org.byway.inbound;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.byway.net.FlowHandler;
import org.byway.net.HttpHead;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of plain HTTP through a proxy (RFC 9112, section 3.2.2): serves the requests of a connection one after
 * the other, and reads from the program only what can go on.
 */
final class PlainHttpHandler extends ChannelInboundHandlerAdapter implements HttpExchanges.Connection {
    private static final int MAX_LINE_BYTES = 8 * 1024;
    private static final int MAX_PART_BYTES = 64 * 1024;
    private static final int LINGER_SECONDS = 5;

    private final FlowHandler flows;
    private final ProxyLogin login;
    private final AnswerEncoder answers = new AnswerEncoder();
    /** What came while an earlier request was not yet answered: at most what one reading brings. */
    private final Queue<HttpObject> waiting = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable HttpExchanges exchanges;
    private boolean isInputEnded;
    private boolean isDone;

    private PlainHttpHandler(FlowHandler flows, ProxyLogin login) {
        this.flows = flows;
        this.login = login;
    }

    static void install(ChannelPipeline pipeline, FlowHandler flows, ProxyLogin login) {
        PlainHttpHandler handler = new PlainHttpHandler(flows, login);
        pipeline.addLast(new HttpRequestDecoder(limits()), handler.answers, handler);
    }

    static HttpDecoderConfig limits() {
        return new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE_BYTES).setMaxHeaderSize(HttpHead.MAX_BYTES)
                .setMaxChunkSize(MAX_PART_BYTES);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        exchanges = new HttpExchanges(added, flows, answers, this);
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object part) {
        if (isDone) {
            ReferenceCountUtil.release(part);
        } else {
            waiting.add((HttpObject) part);
            serve();
        }
    }

    /** A request is begun only when the answer before it has been passed on. */
    private void serve() {
        while (!waiting.isEmpty() && !exchanges().isRequestRead()) {
            HttpObject part = waiting.remove();
            if (part instanceof HttpRequest request) {
                begin(request);
            }
            if (part instanceof HttpContent content) {
                exchanges().forward(content);
            }
        }
        exchanges().flushRequest();
    }

    private void begin(HttpRequest request) {
        String uri = request.uri();
        if (request.decoderResult().isFailure()) {
            exchanges().refuse(request, Refusal.of(request.decoderResult().cause()));
        } else if (!login.acceptsBasic(request.headers().get(HttpHeaderNames.PROXY_AUTHORIZATION))) {
            exchanges().refuse(request, Refusal.LOGIN_WANTED);
        } else if (request.method().equals(HttpMethod.CONNECT)) {
            exchanges().refuse(request, Refusal.CONNECT_TOO_LATE);
        } else if (uri.regionMatches(true, 0, "https:", 0, "https:".length())) {
            exchanges().refuse(request, Refusal.HTTPS_TARGET);
        } else {
            AbsoluteTarget.parse(uri).ifPresentOrElse(target -> exchanges().forward(request, target),
                    () -> exchanges().refuse(request, Refusal.BAD_TARGET));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        readOn();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (changed.channel().isWritable()) {
            exchanges().readAnswerOn();
        }
    }

    /** While an answer is awaited, one reading more, which shows a program that has gone. */
    @Override
    public void readOn() {
        boolean isBetweenRequests = exchanges().isIdle() || exchanges().isRequestRead();
        boolean isWelcome = isBetweenRequests
                ? (waiting.isEmpty() && !exchanges().mayBecomeRaw())
                : exchanges().takesMoreOfRequest();
        if (isDone || isWelcome) {
            context().read();
        }
    }

    @Override
    public void servedOne() {
        if (isInputEnded && waiting.isEmpty()) {
            servedLast();
            return;
        }
        // not at once: this is called from within the serving of the request before
        context().executor().execute(() -> {
            serve();
            readOn();
        });
    }

    /** RFC 9112, section 9.6: closes one direction first, so that what the program still sends does not undo the answer. */
    @Override
    public void servedLast() {
        isDone = true;
        releaseWaiting();
        exchanges().close();
        Channel client = context().channel();
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> {
            if (isInputEnded || !client.isActive()) {
                client.close();
            } else {
                ((DuplexChannel) client).shutdownOutput();
                client.eventLoop().schedule(() -> client.close(), LINGER_SECONDS, TimeUnit.SECONDS);
                client.read();
            }
        });
    }

    @Override
    public void cut() {
        isDone = true;
        context().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context().close();
    }

    @Override
    public void becomeRaw(HttpOrigin origin) {
        if (!waiting.isEmpty()) {
            origin.close();
            cut();
            return;
        }
        ChannelPipeline pipeline = context().pipeline();
        pipeline.remove(this);
        pipeline.remove(answers);
        // the decoders last: what they have left goes to the relay
        origin.becomeRaw(context().channel());
        pipeline.remove(HttpRequestDecoder.class);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ended, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            isInputEnded = true;
            if (isDone || (!exchanges().isIdle() && !exchanges().isRequestRead())) {
                ended.close();
            } else if (exchanges().isIdle()) {
                servedLast();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        isDone = true;
        releaseWaiting();
        exchanges().close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        failed.close();
    }

    private void releaseWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    private HttpExchanges exchanges() {
        return Objects.requireNonNull(exchanges);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
