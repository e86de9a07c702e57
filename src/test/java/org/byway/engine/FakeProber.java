package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.engine.health.Depth;
import org.byway.engine.probing.Prober;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.DialException;
import org.byway.net.Upstream;
import org.byway.testing.FakeUpstream;
import org.byway.testing.TestScheduler;

/** Probes fake upstreams: what their dials would show, and how far a stream through them comes. */
public final class FakeProber implements Prober {
    private final TestScheduler time;
    public final List<Look> looks = new ArrayList<>();

    /** One probe. */
    public record Look(Upstream upstream, Depth depth, Future<ProbeVerdict> verdict) {}

    public FakeProber(TestScheduler time) {
        this.time = time;
    }

    @Override
    public Future<ProbeVerdict> probe(Upstream upstream, Depth depth, Duration patience) {
        FakeUpstream fake = (FakeUpstream) upstream;
        Promise<ProbeVerdict> verdict = time.loop().newPromise();
        looks.add(new Look(upstream, depth, verdict));
        long begun = time.loop().ticker().nanoTime();
        Future<Channel> dial = fake.probe();
        verdict.addListener(done -> dial.cancel(false));
        dial.addListener((Future<Channel> done) -> {
            Duration took = Duration.ofNanos(time.loop().ticker().nanoTime() - begun);
            if (done.isSuccess()) {
                done.getNow().close();
                verdict.trySuccess(depth == Depth.CARRYING && fake.freezesAfter().isPresent()
                        ? new ProbeVerdict.Freezes(took, took, fake.freezesAfter().getAsLong())
                        : new ProbeVerdict.Works(took, took, took, 65_536));
            } else if (done.cause() instanceof DialException why) {
                verdict.trySuccess(new ProbeVerdict.NotOpened(why.stage(), why.blame(), why.fault()));
            }
        });
        return verdict;
    }

    public long of(FakeUpstream upstream) {
        return looks.stream().filter(it -> it.upstream() == upstream).count();
    }
}
