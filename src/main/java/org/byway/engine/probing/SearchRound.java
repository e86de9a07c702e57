package org.byway.engine.probing;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.engine.health.Depth;
import org.byway.engine.pool.EndpointPool;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One search through the list: short probes at a bounded rate, always of the best that was not asked yet; since every failure
 * is learned from at once, that is one of another network. Engine thread.
 */
final class SearchRound {
    static final Duration BUDGET = Duration.ofSeconds(15);
    static final Duration STEP = Duration.ofMillis(2500);
    static final int MOST_TRIED = 200;
    static final int MOST_OPEN = 64;

    /** At most 30 a second. */
    static final Duration PERIOD = Duration.ofMillis(34);

    private final Probing probing;
    private final EndpointPool pool;
    private final ProbeWatch watch;
    private final Promise<Void> done;
    private final Set<EndpointId> asked = new HashSet<>();
    private final Map<EndpointId, Future<ProbeVerdict>> open = new HashMap<>();
    private DialException last = DialException.noUpstream();
    private boolean isStopped;
    private @Nullable Future<?> pace;

    SearchRound(Probing probing, EndpointPool pool, ProbeWatch watch) {
        this.probing = probing;
        this.pool = pool;
        this.watch = watch;
        this.done = probing.thread().newPromise();
    }

    void start() {
        watch.searching(0);
        pace = probing.thread().scheduleAtFixedRate(this::step, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends every probe that is under way. */
    void stop() {
        isStopped = true;
        if (pace != null) {
            pace.cancel(false);
        }
        List.copyOf(open.values()).forEach(it -> it.cancel(false));
    }

    /** When there is nothing left to try. */
    Future<Void> done() {
        return done;
    }

    int tried() {
        return asked.size();
    }

    /** How the last one that failed did. */
    DialException last() {
        return last;
    }

    private void step() {
        Optional<Candidate> next = asked.size() < MOST_TRIED ? next() : Optional.empty();
        if (next.isPresent() && open.size() < MOST_OPEN) {
            ask(next.get());
        } else if (next.isEmpty() && open.isEmpty()) {
            done.trySuccess(null);
        }
    }

    private Optional<Candidate> next() {
        return pool.view().ranked().stream().filter(it -> !asked.contains(it.id())).findFirst();
    }

    private void ask(Candidate whom) {
        asked.add(whom.id());
        Future<ProbeVerdict> probe = probing.probe(whom, Depth.ANSWERING, STEP, verdict -> learn(whom, verdict));
        open.put(whom.id(), probe);
        probing.thread().schedule(() -> probe.cancel(false), STEP.toMillis(), TimeUnit.MILLISECONDS);
        watch.searching(asked.size());
    }

    private void learn(Candidate whom, Optional<ProbeVerdict> verdict) {
        open.remove(whom.id());
        if (isStopped) {
            return;
        }
        switch (Finding.of(verdict, Depth.ANSWERING, whom.upstream().confirms())) {
            case Finding.Good good -> good.shown().forEach(it -> tell(whom, it));
            case Finding.Bad bad -> failed(whom, bad.seen());
            case Finding.Misled strange -> tell(whom, new Outcome.Misled());
            case Finding.Nothing nothing when verdict.isEmpty() -> failed(whom,
                    new Outcome.Failed(new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT)));
            case Finding.Nothing nothing -> {
            }
        }
    }

    private void failed(Candidate whom, Outcome outcome) {
        if (outcome instanceof Outcome.Failed bad) {
            last = bad.why();
        }
        tell(whom, outcome);
    }

    private void tell(Candidate whom, Outcome outcome) {
        watch.saw(new Evidence(whom.endpoint(), Optional.empty(), outcome));
    }
}
