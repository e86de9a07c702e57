package org.byway.ui.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.fetch.ProbeVerdict;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.Test;

class RecentTimesTest {
    private final RowState untried = RowState.of(Samples.AMSTERDAM);

    @Test
    void whatSnapshotsAndTestsTellIsKeptInOrder() {
        RowState state = untried.withStatus(opened(80)).withStatus(opened(80)).withTest(works(120))
                .withStatus(opened(90));
        assertThat(state.times().values()).containsExactly(millis(80), millis(120), millis(90));
    }

    @Test
    void oldestGo() {
        RowState state = untried;
        for (int i = 1; i <= RecentTimes.MOST + 3; i++) {
            state = state.withStatus(opened(i));
        }
        assertThat(state.times().values()).hasSize(RecentTimes.MOST).startsWith(millis(4));
    }

    @Test
    void oneAloneIsNoLine() {
        assertThat(untried.times().isLine()).isFalse();
        assertThat(untried.withStatus(opened(1)).times().isLine()).isFalse();
        assertThat(untried.withStatus(opened(1)).withStatus(opened(2)).times().isLine()).isTrue();
    }

    @Test
    void whatFailedAddsNothing() {
        RowState state = untried.withStatus(opened(80)).withStatus(EndpointStatus.UNKNOWN);
        assertThat(state.times().values()).containsExactly(millis(80));
    }

    @Test
    void anotherServerBeginsAnew() {
        RowState state = untried.withStatus(opened(1)).withStatus(opened(2));
        assertThat(state.withEntry(Samples.AMSTERDAM.withName("Other"), true).times().isLine()).isTrue();
        assertThat(state.withEntry(Samples.AMSTERDAM.withEndpoint(Samples.OSLO.endpoint()), false).times())
                .isEqualTo(RecentTimes.NONE);
    }

    private static EndpointStatus opened(int millis) {
        return new EndpointStatus(HealthState.ALIVE, Optional.of(millis(millis)), Optional.of(Samples.NOW),
                Optional.empty());
    }

    private static ProbeVerdict works(int millis) {
        return new ProbeVerdict.Works(millis(1), millis(millis), millis(500), 65_536);
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
