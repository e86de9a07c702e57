package org.byway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.FlowHandler;
import org.jspecify.annotations.Nullable;

/** Passes requests of one connection on to their origins and the answers back, rewriting the heads. */
final class HttpExchanges implements HttpOrigin.Program {
    /** The connection on which the requests come. */
    interface Connection {
        /** The next request may be served. */
        void servedOne();

        /** Nothing more is served here. */
        void servedLast();

        /** An answer broke off, which must not look like its end. */
        void cut();

        /** The origin takes more of the request. */
        void readOn();

        /** The bytes of both directions are not HTTP any more. */
        void becomeRaw(HttpOrigin origin);
    }

    private final ChannelHandlerContext context;
    private final FlowHandler flows;
    private final AnswerEncoder answers;
    private final Connection connection;
    private @Nullable HttpOrigin origin;
    private @Nullable Exchange exchange;

    HttpExchanges(ChannelHandlerContext context, FlowHandler flows, AnswerEncoder answers, Connection connection) {
        this.context = context;
        this.flows = flows;
        this.answers = answers;
        this.connection = connection;
    }

    boolean isIdle() {
        return exchange == null;
    }

    boolean isRequestRead() {
        return exchange != null && exchange.isRequestRead;
    }

    /** Whether what follows the request may turn out not to be HTTP. */
    boolean mayBecomeRaw() {
        return exchange != null && exchange.isUpgrade;
    }

    boolean takesMoreOfRequest() {
        return exchange != null && (exchange.isRefused || origin == null || origin.isWritable());
    }

    void flushRequest() {
        if (origin != null) {
            origin.flush();
        }
    }

    void readAnswerOn() {
        if (origin != null) {
            origin.readOn();
        }
    }

    /** The program has gone, in the middle or between two requests. */
    void close() {
        HttpOrigin left = forget();
        if (left != null && exchange == null) {
            left.finish();
        } else if (left != null) {
            left.close();
        }
    }

    void refuse(HttpRequest request, Refusal why) {
        begin(request);
        refuse(why);
    }

    void forward(HttpRequest request, AbsoluteTarget target) {
        Exchange current = begin(request);
        HttpHeaders headers = request.headers();
        HopByHop.remove(headers);
        headers.set(HttpHeaderNames.HOST, target.authority());
        if (current.isLast && !current.isOld && !current.isUpgrade) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        request.setUri(target.originFor(request.method().name()));
        current.to = target.to();
        current.isOnKeptOrigin = origin != null && origin.serves(target.to());
        if (!current.isOnKeptOrigin) {
            openOrigin(target.to());
        }
        write(request);
    }

    /** A part of the request's body; its last part may be empty. */
    void forward(HttpContent part) {
        Exchange current = exchange;
        if (current == null) {
            part.release();
            return;
        }
        current.hasBody |= part.content().isReadable();
        current.isRequestRead = part instanceof LastHttpContent;
        if (current.isRefused) {
            part.release();
            finishIfDone(current);
        } else {
            write(part);
        }
    }

    private Exchange begin(HttpRequest request) {
        answers.answering(request.method());
        Exchange begun = new Exchange(request);
        exchange = begun;
        return begun;
    }

    private void openOrigin(Destination to) {
        HttpOrigin old = forget();
        if (old != null) {
            old.finish();
        }
        origin = HttpOrigin.open(to, this, flows, context.channel().eventLoop());
    }

    private void write(HttpObject part) {
        if (origin == null) {
            ReferenceCountUtil.release(part);
        } else {
            origin.write(part);
        }
    }

    private @Nullable HttpOrigin forget() {
        HttpOrigin old = origin;
        origin = null;
        return old;
    }

    /** Answers in the origin's place; the rest of the request is read and dropped, unless it is not sent without a word. */
    private void refuse(Refusal why) {
        Exchange current = exchange;
        if (current != null) {
            current.isRefused = true;
            current.isAnswered = true;
            current.isLast |= !current.isRequestRead && HttpUtil.is100ContinueExpected(current.request);
            current.isLast |= current.request.decoderResult().isFailure();
            context.writeAndFlush(why.response(current.isLast));
            finishIfDone(current);
        }
    }

    private void finishIfDone(Exchange current) {
        if (current.isAnswered && current.isLast) {
            exchange = null;
            connection.servedLast();
        } else if (current.isAnswered && current.isRequestRead) {
            exchange = null;
            connection.servedOne();
        }
    }

    @Override
    public void answered(HttpOrigin from, HttpObject part) {
        Exchange current = exchange;
        if (from != origin || current == null || current.isRefused) {
            ReferenceCountUtil.release(part);
            endUnasked(from);
        } else if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            ended(from);
        } else if (part instanceof HttpResponse response) {
            passHead(current, response);
        } else {
            passBody(current, (HttpContent) part);
        }
    }

    /** RFC 9112, section 9.2: what an origin says without being asked is no answer to the next request. */
    private void endUnasked(HttpOrigin from) {
        if (from == origin) {
            origin = null;
            from.close();
        }
    }

    /** RFC 9110, section 15.2: "A proxy MUST forward 1xx responses", but not to a program of HTTP/1.0. */
    private void passHead(Exchange current, HttpResponse response) {
        HttpResponseStatus status = response.status();
        boolean isUpgraded = status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        current.isInterim = status.codeClass() == HttpStatusClass.INFORMATIONAL && !isUpgraded;
        current.isUpgraded = isUpgraded;
        boolean isKept = HttpUtil.isKeepAlive(response);
        HopByHop.remove(response.headers());
        response.setProtocolVersion(HttpVersion.HTTP_1_1);
        if (!current.isInterim && !isUpgraded) {
            frame(current, response, isKept);
        }
        if (!current.isInterim || !current.isOld) {
            context.write(response);
        }
    }

    private static void frame(Exchange current, HttpResponse response, boolean isKept) {
        boolean isDelimited = current.isDelimited(response);
        current.isAnswerBegun = true;
        current.originStays = isKept && isDelimited && current.isRequestRead;
        current.isLast |= !isDelimited || !current.isRequestRead;
        if (current.isLast) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    private void passBody(Exchange current, HttpContent part) {
        boolean isEnd = part instanceof LastHttpContent;
        if (current.isInterim && current.isOld) {
            part.release();
        } else {
            context.write(part);
        }
        if (isEnd && current.isInterim) {
            current.isInterim = false;
        } else if (isEnd && current.isUpgraded) {
            becomeRaw();
        } else if (isEnd) {
            passedLast(current);
        }
    }

    private void passedLast(Exchange current) {
        current.isAnswered = true;
        if (!current.originStays) {
            HttpOrigin old = forget();
            if (old != null) {
                old.finish();
            }
        }
        context.flush();
        finishIfDone(current);
    }

    private void becomeRaw() {
        HttpOrigin through = forget();
        exchange = null;
        context.flush();
        if (through != null) {
            connection.becomeRaw(through);
        }
    }

    @Override
    public void answeredSoFar(HttpOrigin from) {
        context.flush();
    }

    @Override
    public boolean takesMore() {
        return context.channel().isWritable();
    }

    @Override
    public void writabilityChanged(HttpOrigin from) {
        if (from == origin) {
            connection.readOn();
        }
    }

    @Override
    public void ended(HttpOrigin from) {
        if (from != origin) {
            return;
        }
        origin = null;
        from.close();
        Exchange current = exchange;
        Optional<Destination> again = current == null ? Optional.empty() : current.mayBeSentAgain();
        if (current != null && current.isAnswerBegun) {
            connection.cut();
        } else if (current != null && again.isPresent()) {
            current.isOnKeptOrigin = false;
            openOrigin(again.get());
            write(current.request);
            write(LastHttpContent.EMPTY_LAST_CONTENT);
            flushRequest();
        } else if (current != null && !current.isRefused) {
            refuse(Refusal.ORIGIN_DIED);
        }
    }

    @Override
    public void failed(HttpOrigin from, DialException why) {
        if (from == origin) {
            origin = null;
            refuse(Refusal.of(why));
        }
    }
}
