package org.byway.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.reason.Reason;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Outcome;

/**
 * Passes on what may change anything at once; of an upstream that goes on working, one success in a while is enough, so
 * that a connection costs no thread change. Any thread.
 */
final class NewsOnly implements DialWatch {
    static final Duration STEADY = Duration.ofMillis(100);

    private static final int MOST_TROUBLED = 256;

    private final DialWatch watch;
    private final InstantSource clock;
    private final Map<Told, Long> told = new ConcurrentHashMap<>();
    private final Set<Integer> troubled = ConcurrentHashMap.newKeySet();

    NewsOnly(DialWatch watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** Something else has changed, so whatever comes next is news. */
    void forget() {
        told.clear();
    }

    @Override
    public void saw(Evidence evidence) {
        Outcome outcome = evidence.outcome();
        if (!(outcome instanceof Outcome.Opened) && !(outcome instanceof Outcome.Answered)) {
            forget();
            evidence.to().ifPresent(this::remember);
            watch.saw(evidence);
        } else if (isOfTroubled(evidence) || !isSteady(evidence)) {
            told.put(Told.of(evidence), clock.millis());
            watch.saw(evidence);
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

    /** That another upstream reaches it is news. */
    private boolean isOfTroubled(Evidence good) {
        return !troubled.isEmpty() && good.to().map(it -> troubled.remove(it.hashCode())).orElse(false);
    }

    private void remember(Destination failed) {
        if (troubled.size() >= MOST_TROUBLED) {
            troubled.clear();
        }
        troubled.add(failed.hashCode());
    }

    private boolean isSteady(Evidence good) {
        Long before = told.get(Told.of(good));
        long since = before == null ? -1 : clock.millis() - before;
        return since >= 0 && since < STEADY.toMillis();
    }

    private record Told(EndpointId id, Class<? extends Outcome> what) {
        static Told of(Evidence good) {
            return new Told(good.through().id(), good.outcome().getClass());
        }
    }
}
