package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/** One request's way through the upstreams, on the loop of its client. */
final class FailoverDial {
    /** One upstream may be wrong about a destination; two that agree are believed. */
    private static final int DESTINATION_VERDICTS = 2;

    private final Attempt asking;
    private final EventLoop loop;
    private final Promise<Channel> ready;
    private final FailoverDialer dialer;
    private final Set<EndpointId> tried = new HashSet<>();
    private int destinationVerdicts;
    private @Nullable DialException last;
    private @Nullable Future<Channel> attempt;
    private @Nullable NamedEndpoint current;

    FailoverDial(Attempt asking, EventLoop loop, Promise<Channel> ready, FailoverDialer dialer) {
        this.asking = asking;
        this.loop = loop;
        this.ready = ready;
        this.dialer = dialer;
    }

    void start() {
        Future<?> alarm = loop.schedule(this::outOfTime, dialer.budget().toMillis(), TimeUnit.MILLISECONDS);
        ready.addListener(done -> {
            alarm.cancel(false);
            if (attempt != null) {
                attempt.cancel(false);
            }
        });
        tryNext();
    }

    private void tryNext() {
        Optional<Candidate> next = asking.next(tried);
        if (next.isEmpty()) {
            giveUp();
        } else {
            tried.add(next.get().id());
            asking.through(next.get().upstream()).ifPresentOrElse(dial -> follow(dial, next.get()),
                    this::tryNext);
        }
    }

    private void follow(Future<Channel> dial, Candidate through) {
        long begun = loop.ticker().nanoTime();
        attempt = dial;
        current = through.endpoint();
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                asking.opened(through, done.getNow(), begun);
                Dials.deliver(done.getNow(), ready);
            } else if (!ready.isDone()) {
                failed(through.endpoint(), explain(done.cause()));
            }
        });
    }

    private void failed(NamedEndpoint through, DialException why) {
        asking.failed(through, why);
        // an upstream that said something of the destination tells more than one that said nothing
        if (last == null || last.blame() != Blame.DESTINATION) {
            last = why;
        }
        if (why.blame() == Blame.DESTINATION && ++destinationVerdicts >= DESTINATION_VERDICTS) {
            giveUp();
        } else {
            tryNext();
        }
    }

    /** The upstream that was being asked has not answered within the whole budget: that is evidence too. */
    private void outOfTime() {
        if (current != null && !ready.isDone()) {
            DialException silent = new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);
            asking.failed(current, silent);
            last = last == null ? silent : last;
        }
        giveUp();
    }

    private void giveUp() {
        if (ready.isDone()) {
            return;
        }
        DialException why = last;
        if (why == null || current == null) {
            ready.tryFailure(asking.nobody());
        } else if (ready.tryFailure(why)) {
            asking.gaveUp(current, why);
        }
    }

    private static DialException explain(Throwable cause) {
        return cause instanceof DialException known
                ? known
                : new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.LOCAL);
    }
}
