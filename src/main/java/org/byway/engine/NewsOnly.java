package org.byway.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.byway.model.EndpointId;
import org.byway.net.Outcome;

/**
 * Passes on what may change anything at once; of an upstream that goes on working, one success in a while is enough, so
 * that a connection costs no thread change. Any thread.
 */
final class NewsOnly implements DialWatch {
    static final Duration STEADY = Duration.ofMillis(100);

    private final DialWatch watch;
    private final InstantSource clock;
    private final Map<EndpointId, Long> told = new ConcurrentHashMap<>();

    NewsOnly(DialWatch watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** Something else has changed, so whatever comes next is news. */
    void forget() {
        told.clear();
    }

    @Override
    public void outcome(NamedEndpoint through, Outcome outcome) {
        if (!(outcome instanceof Outcome.Opened)) {
            forget();
            watch.outcome(through, outcome);
        } else if (!isSteady(through.id())) {
            told.put(through.id(), clock.millis());
            watch.outcome(through, outcome);
        }
    }

    @Override
    public void gaveUp(Reason.Failed last) {
        forget();
        watch.gaveUp(last);
    }

    @Override
    public void nothingToTry() {
        forget();
        watch.nothingToTry();
    }

    private boolean isSteady(EndpointId id) {
        Long before = told.get(id);
        long since = before == null ? -1 : clock.millis() - before;
        return since >= 0 && since < STEADY.toMillis();
    }
}
