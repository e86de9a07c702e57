package org.byway.engine.probing;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.byway.engine.choice.Candidate;
import org.byway.engine.health.Depth;
import org.byway.fetch.ProbeVerdict;

/** What probes are made with; their verdicts come back on the engine thread. */
public record Probing(EventExecutor thread, InstantSource clock, Prober prober, RandomGenerator random) {
    /** @param then gets nothing where the probe was cancelled or could not be made */
    Future<ProbeVerdict> probe(Candidate whom, Depth depth, Duration patience,
            Consumer<Optional<ProbeVerdict>> then) {
        Future<ProbeVerdict> probe = prober.probe(whom.upstream(), depth, patience);
        probe.addListener((Future<ProbeVerdict> done) -> thread.execute(
                () -> then.accept(done.isSuccess() ? Optional.of(done.getNow()) : Optional.empty())));
        return probe;
    }

    Instant now() {
        return clock.instant();
    }

    /** At least this long, and up to twice as long by chance. */
    Duration atLeast(Duration shortest) {
        return shortest.plusMillis(random.nextLong(Math.max(1, shortest.toMillis())));
    }
}
