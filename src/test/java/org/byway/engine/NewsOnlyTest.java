package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
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
            saw(one, GOOD);
            time.advance(Duration.ofMillis(5));
        }

        assertThat(told.successes).hasSize(5);
    }

    @Test
    void eachUpstreamHasItsOwnSuccess() {
        saw(one, GOOD);
        saw(two, GOOD);

        assertThat(told.successes).containsExactly(one, two);
    }

    @Test
    void everyFailureIsToldAndMakesTheNextSuccessNews() {
        Outcome bad = new Outcome.Failed(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED));
        saw(two, GOOD);
        saw(one, bad);
        saw(one, bad);
        saw(two, GOOD);

        assertThat(told.failures).isEqualTo(2);
        assertThat(told.successes).containsExactly(two, two);
    }

    @Test
    void troubleMakesTheNextSuccessNews() {
        saw(one, GOOD);
        news.nothingToTry();
        saw(one, GOOD);
        news.gaveUp(EngineWorld.failed(EngineWorld.entry("one"), EngineWorld.DEAD));
        saw(one, GOOD);

        assertThat(told.successes).hasSize(3);
    }

    private void saw(NamedEndpoint through, Outcome outcome) {
        news.saw(new Evidence(through, Optional.empty(), outcome));
    }

    /** What comes through. */
    private static final class Told implements DialWatch {
        private final List<NamedEndpoint> successes = new ArrayList<>();
        private int failures;

        @Override
        public void saw(Evidence evidence) {
            if (evidence.outcome() instanceof Outcome.Opened) {
                successes.add(evidence.through());
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
