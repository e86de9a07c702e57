package org.byway.fetch;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Blame;
import org.byway.net.Upstream;

/**
 * Moves 64 KiB through an upstream, since filters let a handshake and the first kilobytes pass (FAILOVER, Evidence), or looks
 * for less where less is asked. The targets are chosen at random; a second one is asked before a wrong answer is held
 * against the upstream.
 */
public final class Probe {
    public static final int ENOUGH_BYTES = 64 * 1024;

    private static final int MOST_TARGETS = 2;
    private static final int MOST_REDIRECTS = 3;

    private final EventLoopGroup loops;
    private final ProbeLimits limits;
    private final List<WebAddress> targets;

    /** @param targets at least one */
    public Probe(EventLoopGroup loops, ProbeLimits limits, List<WebAddress> targets) {
        this.loops = loops;
        this.limits = limits;
        this.targets = List.copyOf(targets);
    }

    /** @param time for one target, from the first dial to the last byte */
    public Probe(EventLoopGroup loops, Duration time, List<WebAddress> targets) {
        this(loops, ProbeLimits.whole(time), targets);
    }

    /** Begins; cancelling the future ends every connection. Not for network loops, see {@link HttpFetcher#start}. */
    public Future<ProbeVerdict> start(Upstream upstream) {
        EventLoop loop = loops.next();
        List<WebAddress> order = new ArrayList<>(targets);
        Collections.shuffle(order, Random.from(RandomGenerator.getDefault()));
        List<WebAddress> asked = order.subList(0, Math.min(MOST_TARGETS, order.size()));
        Promise<ProbeVerdict> verdict = loop.newPromise();
        if (limits.isTwofold()) {
            together(upstream, loop, asked, verdict);
        } else {
            inTurn(upstream, loop, asked, verdict);
        }
        return verdict;
    }

    /** Probes an endpoint of a list and waits for it; for virtual threads. Absent where an interrupt gave it up. */
    public Optional<ProbeVerdict> run(Endpoint endpoint, Function<Endpoint, Upstream> upstreams) {
        if (endpoint instanceof UnsupportedEndpoint) {
            return Optional.of(new ProbeVerdict.Unsupported());
        }
        Upstream upstream = upstreams.apply(endpoint);
        Future<ProbeVerdict> verdict = start(upstream);
        try {
            return Optional.of(verdict.sync().getNow());
        } catch (InterruptedException givenUp) {
            verdict.cancel(false);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            upstream.close();
        }
    }

    private void inTurn(Upstream upstream, EventLoop loop, List<WebAddress> left, Promise<ProbeVerdict> verdict) {
        attempt(upstream, loop, left.getFirst(), verdict).addListener((Future<ProbeVerdict> done) -> {
            if (!done.isSuccess()) {
                verdict.tryFailure(done.cause());
            } else if (left.size() > 1 && mayBeTheTargets(done.getNow())) {
                inTurn(upstream, loop, left.subList(1, left.size()), verdict);
            } else {
                verdict.trySuccess(done.getNow());
            }
        });
    }

    /** The first that works is the verdict, and only when none does the last one that does not. */
    private void together(Upstream upstream, EventLoop loop, List<WebAddress> asked, Promise<ProbeVerdict> verdict) {
        List<Future<ProbeVerdict>> open = new ArrayList<>();
        asked.forEach(target -> open.add(attempt(upstream, loop, target, verdict)));
        for (Future<ProbeVerdict> attempt : List.copyOf(open)) {
            attempt.addListener((Future<ProbeVerdict> done) -> {
                open.remove(attempt);
                if (!done.isSuccess()) {
                    verdict.tryFailure(done.cause());
                } else if (done.getNow() instanceof ProbeVerdict.Works || open.isEmpty()) {
                    verdict.trySuccess(done.getNow());
                }
            });
        }
    }

    private Future<ProbeVerdict> attempt(Upstream upstream, EventLoop loop, WebAddress target,
            Promise<ProbeVerdict> verdict) {
        FetchLimits ofFetch = new FetchLimits(limits.overall(), Integer.MAX_VALUE, MOST_REDIRECTS);
        ProbeAttempt attempt = new ProbeAttempt(loop, limits, upstream.confirms());
        Future<ProbeVerdict> judged = attempt
                .judge(new HttpFetcher(upstream.streams(), loops, ofFetch).start(target, loop, attempt));
        verdict.addListener(done -> judged.cancel(false));
        return judged;
    }

    private static boolean mayBeTheTargets(ProbeVerdict verdict) {
        return verdict instanceof ProbeVerdict.WrongAnswer
                || (verdict instanceof ProbeVerdict.NotOpened it && it.blame() == Blame.DESTINATION);
    }
}
