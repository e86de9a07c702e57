package org.byway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private static final Duration NIGHT = Duration.ofHours(8);

    private final MockTicker ticker = Ticker.newMockTicker();
    private Instant wall = Instant.EPOCH;
    private Duration running = Duration.ofHours(1);
    private final SleepWatch watch = new SleepWatch(() -> wall, ticker);

    @Test
    void secondsThatPassAreNoSleep() {
        assertThat(look()).isEmpty();
        pass(Duration.ofSeconds(1));

        assertThat(watch.isSuspicious()).isFalse();
        assertThat(look()).isEmpty();
    }

    @Test
    void sleepThatTheMonotonicClockDoesNotCountIsTold() {
        look();
        pass(Duration.ofSeconds(1));
        wall = wall.plus(NIGHT);
        running = running.plus(NIGHT);

        assertThat(watch.isSuspicious()).isTrue();
        assertThat(look()).contains(NIGHT);
    }

    @Test
    void sleepThatTheMonotonicClockCountsIsToldOnceAndAddsNothing() {
        look();
        pass(NIGHT);

        assertThat(watch.isSuspicious()).isTrue();
        assertThat(look()).contains(Duration.ZERO);
        assertThat(look()).isEmpty();
    }

    @Test
    void changedClockIsSuspiciousAndNoSleep() {
        look();
        pass(Duration.ofSeconds(1));
        wall = wall.plus(NIGHT);

        assertThat(watch.isSuspicious()).isTrue();
        assertThat(look()).isEmpty();
    }

    @Test
    void clockThatIsSetBackIsNotSuspicious() {
        wall = wall.minus(NIGHT);

        assertThat(watch.isSuspicious()).isFalse();
    }

    @Test
    void tickThatIsFiveSecondsLateIsBorne() {
        pass(Duration.ofSeconds(6));

        assertThat(watch.isSuspicious()).isFalse();
    }

    private Optional<Duration> look() {
        return watch.slept(Optional.of(running));
    }

    private void pass(Duration time) {
        ticker.advance(time.toMillis(), TimeUnit.MILLISECONDS);
        wall = wall.plus(time);
        running = running.plus(time);
    }
}
