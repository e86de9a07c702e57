package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Dials;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/** One request's way through the upstreams, on the loop of its client. */
final class FailoverDial {
    /** One upstream may be wrong about a destination; two that agree are believed. */
    private static final int DESTINATION_VERDICTS = 2;

    private final Destination to;
    private final EventLoop loop;
    private final Promise<Channel> ready;
    private final FailoverDialer dialer;
    private final Set<EndpointId> tried = new HashSet<>();
    private int destinationVerdicts;
    private @Nullable DialException last;
    private @Nullable Future<Channel> attempt;
    private @Nullable NamedEndpoint current;

    FailoverDial(Destination to, EventLoop loop, Promise<Channel> ready, FailoverDialer dialer) {
        this.to = to;
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
        PoolView view = dialer.pool().get();
        Optional<Candidate> next = dialer.selector().select(view, tried).flatMap(view::find);
        if (next.isEmpty()) {
            giveUp();
        } else if (tried.add(next.get().id()) && next.get().upstream().reaches(to)) {
            dialThrough(next.get());
        } else {
            tryNext();
        }
    }

    private void dialThrough(Candidate candidate) {
        long begun = loop.ticker().nanoTime();
        Future<Channel> dial = candidate.upstream().streams().dial(to, loop);
        attempt = dial;
        current = candidate.endpoint();
        dial.addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                takeAsEvidence(candidate, done.getNow(), begun);
                Dials.deliver(done.getNow(), ready);
            } else if (!ready.isDone()) {
                failed(candidate.endpoint(), explain(done.cause()));
            }
        });
    }

    /** What is ready without being confirmed is evidence only when it returns something. */
    private void takeAsEvidence(Candidate candidate, Channel channel, long begun) {
        Consumer<Outcome> report = outcome -> dialer.watch().outcome(candidate.endpoint(), outcome);
        if (candidate.upstream().confirms()) {
            report.accept(new Outcome.Opened(Duration.ofNanos(loop.ticker().nanoTime() - begun)));
        } else {
            channel.pipeline().addLast(new FirstByteWatch(report, begun));
        }
    }

    private void failed(NamedEndpoint through, DialException why) {
        dialer.watch().outcome(through, new Outcome.Failed(why));
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
            dialer.watch().outcome(current, new Outcome.Failed(silent));
            last = last == null ? silent : last;
        }
        giveUp();
    }

    private void giveUp() {
        DialException why = last == null ? DialException.noUpstream() : last;
        if (!ready.tryFailure(why)) {
            return;
        }
        if (current == null) {
            dialer.watch().nothingToTry();
        } else if (why.blame() != Blame.DESTINATION) {
            dialer.watch().gaveUp(Reason.Failed.of(current, why));
        }
    }

    private static DialException explain(Throwable cause) {
        return cause instanceof DialException known
                ? known
                : new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.LOCAL);
    }
}
