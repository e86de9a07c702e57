package org.byway.engine.probing;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.byway.engine.health.Depth;
import org.byway.fetch.Probe;
import org.byway.fetch.ProbeLimits;
import org.byway.fetch.ProbeVerdict;
import org.byway.fetch.WebAddress;
import org.byway.net.Upstream;

/**
 * Probes by fetching pages.
 *
 * @param targets of unrelated operators
 */
public record FetchProber(EventLoopGroup loops, Supplier<List<WebAddress>> targets) implements Prober {
    /** In which 64 KiB come through anything that is of use. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public Future<ProbeVerdict> probe(Upstream upstream, Depth depth, Duration patience) {
        ProbeLimits limits = depth == Depth.CARRYING
                ? ProbeLimits.verdict(LONGEST, patience)
                : ProbeLimits.signOfLife(patience);
        return new Probe(loops, limits, targets.get()).start(upstream);
    }
}
