package org.byway.fetch;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.byway.fetch.FetchException.Kind;
import org.byway.net.MadeOnce;
import org.byway.net.StreamDialer;

/** Asks for one web address at a time through a dialer; safe for any number of threads. */
public final class HttpFetcher {
    /** Reads files, which takes a moment. */
    private static final Supplier<SslContext> SYSTEM_TRUST = new MadeOnce<>(
            () -> verifying(SslContextBuilder.forClient()));

    private final StreamDialer dialer;
    private final EventLoopGroup loops;
    private final FetchLimits limits;
    private final Supplier<SslContext> trust;

    public HttpFetcher(StreamDialer dialer, EventLoopGroup loops, FetchLimits limits) {
        this(dialer, loops, limits, SYSTEM_TRUST);
    }

    HttpFetcher(StreamDialer dialer, EventLoopGroup loops, FetchLimits limits, Supplier<SslContext> trust) {
        this.dialer = dialer;
        this.loops = loops;
        this.limits = limits;
        this.trust = trust;
    }

    /**
     * Begins to fetch; the future fails with a {@link FetchException}, and cancelling it closes the connection.
     *
     * <p>Not for network loops: the first call reads the certificates that the system trusts.
     */
    public Future<Fetched> start(WebAddress address) {
        return start(address, loops.next(), FetchWatch.NONE);
    }

    Future<Fetched> start(WebAddress address, EventLoop loop, FetchWatch watch) {
        Fetch fetch = new Fetch(dialer, trust.get(), limits, loop, watch);
        loop.execute(() -> fetch.begin(address));
        return fetch.result();
    }

    /** Fetches and waits for it; for virtual threads. An interrupt gives up. */
    public Fetched fetch(WebAddress address) throws FetchException {
        Future<Fetched> result = start(address);
        try {
            result.await();
        } catch (InterruptedException givenUp) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new FetchException(Kind.CANCELLED, givenUp);
        }
        return switch (result.cause()) {
            case null -> result.getNow();
            case FetchException known -> throw known;
            case CancellationException givenUp -> throw new FetchException(Kind.CANCELLED, givenUp);
            default -> throw new FetchException(Kind.BROKEN, result.cause());
        };
    }

    /** @param trust says whom to believe; the certificates that Java trusts where it says nothing */
    static SslContext verifying(SslContextBuilder trust) {
        try {
            return trust.sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm("HTTPS").build();
        } catch (IOException missingInThisJava) {
            throw new IllegalStateException("TLS", missingInThisJava);
        }
    }
}
