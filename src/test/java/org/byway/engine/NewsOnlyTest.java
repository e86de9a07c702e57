package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewsOnlyTest {
    private static final Outcome GOOD = new Outcome.Opened(Duration.ofMillis(20));

    private final TestScheduler time = new TestScheduler();
    private final Told told = new Told();
    private final NewsOnly news = new NewsOnly(told, time.clock());
    private final NamedEndpoint one = EngineWorld.name(EngineWorld.entry("one"));
    private final NamedEndpoint two = EngineWorld.name(EngineWorld.entry("two"));

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void steadySuccessIsToldOnceInAWhile() {
        for (int i = 0; i < 100; i++) {
            news.outcome(one, GOOD);
            time.advance(Duration.ofMillis(5));
        }

        assertThat(told.successes).hasSize(5);
    }

    @Test
    void eachUpstreamHasItsOwnSuccess() {
        news.outcome(one, GOOD);
        news.outcome(two, GOOD);

        assertThat(told.successes).containsExactly(one, two);
    }

    @Test
    void everyFailureIsToldAndMakesTheNextSuccessNews() {
        Outcome bad = new Outcome.Failed(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED));
        news.outcome(two, GOOD);
        news.outcome(one, bad);
        news.outcome(one, bad);
        news.outcome(two, GOOD);

        assertThat(told.failures).isEqualTo(2);
        assertThat(told.successes).containsExactly(two, two);
    }

    @Test
    void troubleMakesTheNextSuccessNews() {
        news.outcome(one, GOOD);
        news.nothingToTry();
        news.outcome(one, GOOD);
        news.gaveUp(EngineWorld.failed(EngineWorld.entry("one"), EngineWorld.DEAD));
        news.outcome(one, GOOD);

        assertThat(told.successes).hasSize(3);
    }

    /** What comes through. */
    private static final class Told implements DialWatch {
        private final List<NamedEndpoint> successes = new ArrayList<>();
        private int failures;

        @Override
        public void outcome(NamedEndpoint through, Outcome outcome) {
            if (outcome instanceof Outcome.Opened) {
                successes.add(through);
            } else {
                failures++;
            }
        }

        @Override
        public void gaveUp(Reason.Failed last) {}

        @Override
        public void nothingToTry() {}
    }
}
