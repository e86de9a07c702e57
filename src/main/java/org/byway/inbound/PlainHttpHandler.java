package org.byway.inbound;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of plain HTTP through a proxy (RFC 9112, section 3.2.2): serves the requests of a connection one after
 * the other, and reads from the program only what can go on.
 */
final class PlainHttpHandler extends ChannelInboundHandlerAdapter implements HttpExchanges.Connection {
    /** For the next request to come, whole head and all, or for the rest of a refused one; longer than a person looks at a page. */
    static final Duration KEPT = Duration.ofMinutes(2);

    private final Reception reception;
    private final AnswerEncoder answers = new AnswerEncoder();
    /** What came while an earlier request was not yet answered: at most what one reading brings. */
    private final Queue<HttpObject> waiting = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable HttpExchanges exchanges;
    private @Nullable Future<?> alarm;
    private boolean isInputEnded;
    private boolean isDone;

    private PlainHttpHandler(Reception reception) {
        this.reception = reception;
    }

    static void install(ChannelPipeline pipeline, Reception reception) {
        PlainHttpHandler handler = new PlainHttpHandler(reception);
        pipeline.addLast(new RequestDecoder(), handler.answers, handler);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        exchanges = new HttpExchanges(added, reception.flows(), answers, this);
        closeLater(); // what brought it here may have been blank lines
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
            } else if (part.decoderResult().isFailure()) {
                reception.log().closing("a malformed body");
            }
            if (part instanceof HttpContent content) {
                exchanges().forward(content);
            }
        }
        exchanges().flushRequest();
    }

    private void begin(HttpRequest request) {
        stopAlarm();
        String shown = request.headers().get(HttpHeaderNames.PROXY_AUTHORIZATION);
        Optional<Refusal> problem = RequestDecoder.problem(request);
        if (request.decoderResult().isFailure()) {
            refuse(request, Refusal.of(request.decoderResult().cause()));
        } else if (problem.isPresent()) {
            refuse(request, problem.get());
        } else if (shown == null && reception.login().isWanted()) {
            // a question and not a mistake: programs ask without a login first
            exchanges().refuse(request, Refusal.LOGIN_WANTED);
        } else if (!reception.login().acceptsBasic(shown)) {
            refuse(request, Refusal.LOGIN_WANTED);
        } else {
            serve(request);
        }
    }

    private void serve(HttpRequest request) {
        String uri = request.uri();
        if (request.method().equals(HttpMethod.CONNECT)) {
            refuse(request, Refusal.CONNECT_TOO_LATE);
        } else if (uri.regionMatches(true, 0, "https:", 0, "https:".length())) {
            refuse(request, Refusal.HTTPS_TARGET);
        } else {
            AbsoluteTarget.parse(uri).ifPresentOrElse(target -> exchanges().forward(request, target),
                    () -> refuse(request, Refusal.BAD_TARGET));
        }
    }

    private void refuse(HttpRequest request, Refusal why) {
        reception.log().closing(why.sentence());
        exchanges().refuse(request, why);
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
        if (isDone) {
            return;
        }
        boolean isBetweenRequests = exchanges().isIdle() || exchanges().isRequestRead();
        boolean isWelcome = isBetweenRequests
                ? (waiting.isEmpty() && !exchanges().mayBecomeRaw())
                : exchanges().takesMoreOfRequest();
        if (isWelcome) {
            context().read();
        }
    }

    @Override
    public void servedOne() {
        if (isInputEnded && waiting.isEmpty()) {
            servedLast();
            return;
        }
        closeLater();
        // not at once: this is called from within the serving of the request before
        context().executor().execute(() -> {
            serve();
            readOn();
        });
    }

    /** Not for ever: what is not served keeps no place. */
    @Override
    public void awaitsRest() {
        closeLater();
    }

    private void closeLater() {
        stopAlarm();
        alarm = context().executor().schedule(this::servedLast, KEPT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void servedLast() {
        leave();
        LingeringClose.after(context().writeAndFlush(Unpooled.EMPTY_BUFFER));
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
        pipeline.remove(RequestDecoder.class);
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
        leave();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        failed.close();
    }

    private void leave() {
        isDone = true;
        stopAlarm();
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        exchanges().close();
    }

    private void stopAlarm() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    private HttpExchanges exchanges() {
        return Objects.requireNonNull(exchanges);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
