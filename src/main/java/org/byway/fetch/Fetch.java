package org.byway.fetch;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import org.byway.fetch.FetchException.Kind;
import org.byway.model.Destination;
import org.byway.net.StreamDialer;

/** One fetch with its redirects: a new connection for each; the end of its result is the end of every connection. */
final class Fetch {
    private final StreamDialer dialer;
    private final SslContext trust;
    private final FetchLimits limits;
    private final EventLoop loop;
    private final FetchWatch watch;
    private final Promise<Fetched> result;

    Fetch(StreamDialer dialer, SslContext trust, FetchLimits limits, EventLoop loop, FetchWatch watch) {
        this.dialer = dialer;
        this.trust = trust;
        this.limits = limits;
        this.loop = loop;
        this.watch = watch;
        this.result = loop.newPromise();
    }

    Future<Fetched> result() {
        return result;
    }

    void begin(WebAddress address) {
        Future<?> deadline = loop.schedule(() -> fail(new FetchException(Kind.TOO_SLOW)), limits.overall().toMillis(),
                TimeUnit.MILLISECONDS);
        result.addListener(done -> deadline.cancel(false));
        dial(address, limits.maxRedirects());
    }

    private void dial(WebAddress address, int redirectsLeft) {
        Future<Channel> dial = dialer.dial(new Destination(address.server()), loop);
        result.addListener(done -> dial.cancel(false));
        dial.addListener((Future<Channel> it) -> {
            if (it.isSuccess()) {
                watch.opened();
                ask(it.getNow(), address, redirectsLeft);
            } else {
                fail(new FetchException(Kind.UNREACHABLE, it.cause()));
            }
        });
    }

    private void ask(Channel channel, WebAddress address, int redirectsLeft) {
        result.addListener(done -> channel.close());
        Promise<Answer> answered = channel.eventLoop().newPromise();
        ChannelPipeline pipeline = channel.pipeline();
        if (address.isSecure()) {
            pipeline.addLast(secured(channel, address));
        }
        pipeline.addLast(new HttpClientCodec(), new AnswerHandler(limits.maxBytes(), answered, watch));
        answered.addListener((Future<Answer> it) -> {
            channel.close();
            if (it.isSuccess()) {
                judge(it.getNow(), address, redirectsLeft);
            } else {
                fail(it.cause());
            }
        });
        channel.writeAndFlush(request(address));
        channel.config().setAutoRead(true);
    }

    private SslHandler secured(Channel channel, WebAddress address) {
        SslHandler handler = trust.newHandler(channel.alloc(), address.server().host(), address.server().port());
        // the time of the whole fetch is the limit
        handler.setHandshakeTimeoutMillis(limits.overall().toMillis());
        return handler;
    }

    private void judge(Answer answer, WebAddress address, int redirectsLeft) {
        try {
            if (answer.location().isPresent()) {
                dial(next(address, answer.location().get(), redirectsLeft), redirectsLeft - 1);
            } else if (answer.status() / 100 == 2) {
                succeed(answer, address);
            } else {
                fail(FetchException.ofStatus(answer.status()));
            }
        } catch (FetchException badRedirect) {
            fail(badRedirect);
        }
    }

    /** Unpacking may take long, which is nothing for a network loop. */
    private void succeed(Answer answer, WebAddress address) {
        if (Unpacking.isNeeded(answer)) {
            Thread.ofVirtual().name("byway-unpacking").start(() -> {
                try {
                    byte[] body = Unpacking.unpack(answer, limits.maxBytes());
                    result.trySuccess(new Fetched(address.server(), answer.headers(), body));
                } catch (FetchException broken) {
                    fail(broken);
                }
            });
        } else {
            result.trySuccess(new Fetched(address.server(), answer.headers(), answer.body()));
        }
    }

    private static WebAddress next(WebAddress address, String location, int redirectsLeft) throws FetchException {
        if (redirectsLeft == 0) {
            throw new FetchException(Kind.TOO_MANY_REDIRECTS);
        }
        WebAddress next = address.resolve(location);
        if (address.isSecure() && !next.isSecure()) {
            throw new FetchException(Kind.DOWNGRADE);
        }
        return next;
    }

    private static FullHttpRequest request(WebAddress address) {
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET,
                address.target().reveal());
        request.headers().set(HttpHeaderNames.HOST, address.hostHeader()).set(HttpHeaderNames.USER_AGENT, "Byway")
                .set(HttpHeaderNames.ACCEPT, "*/*").set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        address.login().ifPresent(it -> request.headers().set(HttpHeaderNames.AUTHORIZATION, it.reveal()));
        return request;
    }

    private void fail(Throwable cause) {
        result.tryFailure(cause);
    }
}
