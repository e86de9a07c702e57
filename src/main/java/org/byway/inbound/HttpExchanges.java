package org.byway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.FlowHandler;
import org.jspecify.annotations.Nullable;

/** Passes the requests of one connection to their origins, one after the other, and the answers back. */
final class HttpExchanges implements HttpOrigin.Program {
    /** The connection on which the requests come. */
    interface Connection {
        /** The next request may be served. */
        void servedOne();

        /** Nothing more is served here. */
        void servedLast();

        /** The rest of a request that was refused is still to come, and is dropped. */
        void awaitsRest();

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
    private @Nullable Current current;

    /** What is being served, and where it was asked on a kept stream, where that stream leads. */
    private record Current(Exchange exchange, Answering answering, @Nullable Destination keptTo) {}

    HttpExchanges(ChannelHandlerContext context, FlowHandler flows, AnswerEncoder answers, Connection connection) {
        this.context = context;
        this.flows = flows;
        this.answers = answers;
        this.connection = connection;
    }

    boolean isIdle() {
        return current == null;
    }

    boolean isRequestRead() {
        return current != null && current.exchange().isRead();
    }

    /** Whether what follows the request may turn out not to be HTTP. */
    boolean mayBecomeRaw() {
        return current != null && current.exchange().isUpgrade();
    }

    boolean takesMoreOfRequest() {
        return current != null && (current.exchange().isRefused() || origin == null || origin.isWritable());
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
        leaveOrigin(current == null);
    }

    void refuse(HttpRequest request, Refusal why) {
        begin(request, null);
        refuse(why);
    }

    void forward(HttpRequest request, AbsoluteTarget target) {
        boolean isKept = origin != null && origin.serves(target.to());
        begin(request, isKept ? target.to() : null).rewriteFor(target);
        if (!isKept) {
            openOrigin(target.to());
        }
        write(request);
    }

    /** A part of the request's body; its last part may be empty. */
    void forward(HttpContent part) {
        Current now = current;
        if (now == null) {
            part.release();
        } else if (part.decoderResult().isFailure()) {
            part.release();
            breakOff(now);
        } else {
            now.exchange().readPart(part);
            if (now.exchange().isRefused()) {
                part.release();
                finishIfDone(now.exchange());
            } else {
                write(part);
            }
        }
    }

    private Exchange begin(HttpRequest request, @Nullable Destination keptTo) {
        answers.answering(request.method());
        Exchange begun = new Exchange(request);
        current = new Current(begun, new Answering(begun, context), keptTo);
        return begun;
    }

    private void openOrigin(Destination to) {
        leaveOrigin(true);
        origin = HttpOrigin.open(to, this, flows, context.channel().eventLoop());
    }

    /** With a goodbye where it has answered everything, otherwise in the middle. */
    private void leaveOrigin(boolean isFinished) {
        HttpOrigin left = origin;
        origin = null;
        if (left != null && isFinished) {
            left.finish();
        } else if (left != null) {
            left.close();
        }
    }

    private void write(HttpObject part) {
        if (origin == null) {
            ReferenceCountUtil.release(part);
        } else {
            origin.write(part);
        }
    }

    /** The request's body is malformed: where it ends cannot be known, so neither the origin nor the program goes on. */
    private void breakOff(Current now) {
        leaveOrigin(false);
        now.exchange().becomeLast();
        if (now.answering().isBegun()) {
            connection.cut();
        } else if (now.exchange().isRefused()) {
            finishIfDone(now.exchange());
        } else {
            refuse(Refusal.BAD_REQUEST);
        }
    }

    /** Answers in the origin's place. */
    private void refuse(Refusal why) {
        if (current != null) {
            Exchange exchange = current.exchange();
            exchange.refused(why);
            context.writeAndFlush((exchange.isLast() ? why.last() : why).response());
            if (!exchange.isDone()) {
                connection.awaitsRest();
            }
            finishIfDone(exchange);
        }
    }

    private void finishIfDone(Exchange exchange) {
        if (exchange.isDone()) {
            current = null;
            if (exchange.isLast()) {
                connection.servedLast();
            } else {
                connection.servedOne();
            }
        }
    }

    @Override
    public void answered(HttpOrigin from, HttpObject part) {
        Current now = current;
        if (from != origin || now == null || now.exchange().isRefused()) {
            ReferenceCountUtil.release(part);
            endUnasked(from);
        } else if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            failed(now, Refusal.BAD_ANSWER);
        } else {
            switch (now.answering().pass(part)) {
                case MORE_FOLLOWS -> {
                }
                case ENDED -> passedLast(now);
                case UPGRADED -> becomeRaw();
                case NOT_AN_ANSWER -> failed(now, Refusal.BAD_ANSWER);
            }
        }
    }

    /** RFC 9112, section 9.2: what an origin says without being asked is no answer to the next request. */
    private void endUnasked(HttpOrigin from) {
        if (from == origin) {
            leaveOrigin(false);
        }
    }

    private void passedLast(Current now) {
        now.exchange().answered();
        if (!now.answering().originStays()) {
            leaveOrigin(now.exchange().isRead());
        }
        context.flush();
        finishIfDone(now.exchange());
    }

    private void becomeRaw() {
        HttpOrigin through = origin;
        origin = null;
        current = null;
        context.flush();
        if (through != null) {
            connection.becomeRaw(through);
        }
    }

    /** What the program has seen of an answer cannot be taken back, so it is cut. */
    private void failed(Current now, Refusal why) {
        leaveOrigin(false);
        if (now.answering().isBegun()) {
            connection.cut();
        } else if (!now.exchange().isRefused()) {
            refuse(why);
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
        leaveOrigin(false);
        Current now = current;
        if (now == null) {
            return;
        }
        Exchange exchange = now.exchange();
        if (now.keptTo() != null && !now.answering().isBegun() && exchange.mayBeSentAgain()) {
            current = new Current(exchange, now.answering(), null);
            openOrigin(now.keptTo());
            write(exchange.request());
            write(LastHttpContent.EMPTY_LAST_CONTENT);
            flushRequest();
        } else {
            failed(now, Refusal.ORIGIN_DIED);
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
