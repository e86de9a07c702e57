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
 * Moves 64 KiB through an upstream, since filters let a handshake and the first kilobytes pass (FAILOVER, Evidence). The
 * target is chosen at random; a second one is asked before a wrong answer is held against the upstream.
 */
public final class Probe {
    public static final int ENOUGH_BYTES = 64 * 1024;

    private static final Duration LONGEST_STALL = Duration.ofSeconds(5);
    private static final int MOST_TARGETS = 2;
    private static final int MOST_REDIRECTS = 3;

    private final EventLoopGroup loops;
    private final FetchLimits limits;
    private final List<WebAddress> targets;

    /**
     * @param time    for one target, from the first dial to the last byte
     * @param targets at least one
     */
    public Probe(EventLoopGroup loops, Duration time, List<WebAddress> targets) {
        this.loops = loops;
        this.limits = new FetchLimits(time, Integer.MAX_VALUE, MOST_REDIRECTS);
        this.targets = List.copyOf(targets);
    }

    /** Begins; cancelling the future ends every connection. Not for network loops, see {@link HttpFetcher#start}. */
    public Future<ProbeVerdict> start(Upstream upstream) {
        EventLoop loop = loops.next();
        HttpFetcher fetcher = new HttpFetcher(upstream.streams(), loops, limits);
        List<WebAddress> order = new ArrayList<>(targets);
        Collections.shuffle(order, Random.from(RandomGenerator.getDefault()));
        Promise<ProbeVerdict> verdict = loop.newPromise();
        attempt(fetcher, loop, order.subList(0, Math.min(MOST_TARGETS, order.size())), verdict);
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

    private void attempt(HttpFetcher fetcher, EventLoop loop, List<WebAddress> left,
            Promise<ProbeVerdict> verdict) {
        ProbeAttempt attempt = new ProbeAttempt(loop, stall());
        Future<ProbeVerdict> judged = attempt.judge(fetcher.start(left.getFirst(), loop, attempt));
        verdict.addListener(done -> judged.cancel(false));
        judged.addListener((Future<ProbeVerdict> done) -> {
            if (!done.isSuccess()) {
                verdict.tryFailure(done.cause());
            } else if (left.size() > 1 && mayBeTheTargets(done.getNow())) {
                attempt(fetcher, loop, left.subList(1, left.size()), verdict);
            } else {
                verdict.trySuccess(done.getNow());
            }
        });
    }

    private Duration stall() {
        Duration half = limits.overall().dividedBy(2);
        return half.compareTo(LONGEST_STALL) < 0 ? half : LONGEST_STALL;
    }

    private static boolean mayBeTheTargets(ProbeVerdict verdict) {
        return verdict instanceof ProbeVerdict.WrongAnswer
                || (verdict instanceof ProbeVerdict.NotOpened it && it.blame() == Blame.DESTINATION);
    }
}
