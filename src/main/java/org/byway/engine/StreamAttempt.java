package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Outcome;
import org.byway.net.Upstream;

/** Asks upstreams for a stream to a destination; all that they answer is evidence. */
record StreamAttempt(Destination to, EventLoop loop, FailoverDialer dialer) implements Attempt {
    @Override
    public Optional<Candidate> next(Set<EndpointId> tried) {
        PoolView view = dialer.pool().view();
        return dialer.selector().get().select(view, to, tried).flatMap(view::find);
    }

    @Override
    public Optional<Future<Channel>> through(Upstream upstream) {
        return upstream.reaches(to) ? Optional.of(upstream.streams().dial(to, loop)) : Optional.empty();
    }

    /** What is ready without being confirmed is evidence only when it returns something. */
    @Override
    public void opened(Candidate through, Channel channel, long begun) {
        Consumer<Outcome> report = outcome -> dialer.watch()
                .saw(new Evidence(through.endpoint(), Optional.of(to), outcome));
        if (through.upstream().confirms()) {
            report.accept(new Outcome.Opened(Duration.ofNanos(loop.ticker().nanoTime() - begun)));
        } else {
            channel.pipeline().addLast(new FirstByteWatch(report, begun));
        }
    }

    @Override
    public void failed(NamedEndpoint through, DialException why) {
        dialer.watch().saw(new Evidence(through, Optional.of(to), new Outcome.Failed(why)));
    }

    @Override
    public void gaveUp(NamedEndpoint last, DialException why) {
        if (why.blame() != Blame.DESTINATION) {
            dialer.watch().gaveUp(Reason.Failed.of(last, why));
        }
    }

    @Override
    public DialException nobody() {
        dialer.watch().nothingToTry();
        return DialException.noUpstream();
    }
}
