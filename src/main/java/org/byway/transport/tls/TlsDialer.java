package org.byway.transport.tls;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.byway.model.Destination;
import org.byway.model.carrier.TlsOptions;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.jspecify.annotations.Nullable;

/**
 * Dials over another dialer and secures the stream with TLS in the name of where it leads. One for an endpoint, so that
 * sessions are resumed; the first dial makes its context, off the loops.
 */
public final class TlsDialer implements StreamDialer {
    private final StreamDialer carrier;
    private final TlsOptions options;
    private final Duration deadline;
    private final Callable<SslContext> maker;
    private final AtomicReference<@Nullable CompletableFuture<SslContext>> context = new AtomicReference<>();

    /** @param deadline for the handshake */
    public TlsDialer(StreamDialer carrier, TlsOptions options, Duration deadline) {
        this(carrier, options, deadline, () -> TlsEngine.available().context(options, SystemTrust.OF_THIS_JAVA.get()));
    }

    TlsDialer(StreamDialer carrier, TlsOptions options, Duration deadline, Callable<SslContext> maker) {
        this.carrier = carrier;
        this.options = options;
        this.deadline = deadline;
        this.maker = maker;
    }

    private CompletableFuture<SslContext> context() {
        CompletableFuture<SslContext> made = new CompletableFuture<>();
        CompletableFuture<SslContext> before = context.compareAndExchange(null, made);
        if (before != null) {
            return before;
        }
        Thread.ofVirtual().name("byway-tls-context").start(() -> {
            try {
                made.complete(maker.call());
            } catch (Exception | Error failure) {
                context.set(null); // perhaps a passing lack of descriptors: the next dial makes it anew
                made.completeExceptionally(failure);
            }
        });
        return made;
    }

    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        CompletableFuture<SslContext> making = context();
        return Dials.over(carrier.dial(to, loop), loop, (channel, ready) -> {
            Dials.closeWhenCancelled(ready, channel);
            making.whenComplete((made, failure) -> channel.eventLoop().execute(() -> {
                if (failure == null) {
                    secure(channel, made, to, ready);
                } else {
                    channel.close();
                    ready.tryFailure(new DialException(Stage.SECURE, Blame.LOCAL_NETWORK, Fault.LOCAL));
                }
            }));
        });
    }

    private void secure(Channel channel, SslContext made, Destination to, Promise<Channel> ready) {
        SslHandler handler = made.newHandler(channel.alloc(), options.serverName().orElse(to.host()), to.port());
        handler.setHandshakeTimeoutMillis(deadline.toMillis());
        channel.pipeline().addLast(handler, new TlsHandover(handler, ready));
    }
}
