package org.byway.engine.probing;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.engine.health.HealthState;
import org.byway.engine.opening.Search;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.net.DialException;
import org.jspecify.annotations.Nullable;

/** Begins a search where one is needed, lets all who wait share it, and leaves the network alone for a while after one in vain. */
public final class PoolSearch implements Search {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);
    private static final int MOST_DOUBLINGS = 6;

    private final Probing probing;
    private final EndpointPool pool;
    private final ProbeWatch watch;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private @Nullable SearchRound round;
    private DialException last = DialException.noUpstream();
    private Instant pausedUntil = Instant.MIN;
    private int inVain;

    public PoolSearch(Probing probing, EndpointPool pool, ProbeWatch watch) {
        this.probing = probing;
        this.pool = pool;
        this.watch = watch;
    }

    @Override
    public Future<Void> untilOneWorks(EventLoop loop) {
        if (isFound()) {
            return loop.newSucceededFuture(null);
        }
        Promise<Void> found = loop.newPromise();
        probing.thread().execute(() -> await(found));
        return found;
    }

    /** Traffic or a probe may have shown that something works. */
    public void look() {
        if (round != null && isFound()) {
            end(round, true);
        }
    }

    /** The list or the person's choice has changed, so that what was in vain may not be any more. */
    public void forget() {
        pausedUntil = Instant.MIN;
        inVain = 0;
    }

    private boolean isFound() {
        return pool.view().ranked().stream().anyMatch(it -> it.state() == HealthState.ALIVE);
    }

    private void await(Promise<Void> found) {
        if (isFound()) {
            found.trySuccess(null);
        } else if (round == null && probing.now().isBefore(pausedUntil)) {
            found.tryFailure(last);
        } else {
            waiting.add(found);
            if (round == null) {
                begin();
            }
        }
    }

    private void begin() {
        SearchRound begun = new SearchRound(probing, pool, watch);
        round = begun;
        begun.done().addListener((Future<Void> done) -> end(begun, false));
        probing.thread().schedule(() -> end(begun, false), SearchRound.BUDGET.toMillis(), TimeUnit.MILLISECONDS);
        begun.start();
    }

    private void end(SearchRound ended, boolean isFound) {
        if (round != ended) {
            return;
        }
        round = null;
        ended.stop();
        if (isFound) {
            forget();
            waiting.forEach(it -> it.trySuccess(null));
        } else {
            last = ended.last();
            pausedUntil = probing.now().plus(probing.atLeast(FIRST_PAUSE.multipliedBy(1L << inVain)));
            inVain = Math.min(inVain + 1, MOST_DOUBLINGS);
            watch.searchedInVain(new Reason.SearchedInVain(ended.tried(), Verdict.UNKNOWN));
            waiting.forEach(it -> it.tryFailure(last));
        }
        waiting.clear();
    }
}
