package org.byway.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.byway.engine.EngineWorld;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Rests RESTS = new Rests(new Random(1));
    private static final Health ALIVE = Health.UNKNOWN.succeeded(Depth.OPENING, NOW);

    /** Where it begins, how often it fails like this, and where it ends. */
    @ParameterizedTest
    @CsvSource({"false,1,CONNECT,UPSTREAM,SUSPECT", "true,1,CONNECT,UPSTREAM,SUSPECT", "true,2,CONNECT,UPSTREAM,DOWN",
            "true,2,AUTHENTICATE,UPSTREAM,DOWN", "true,9,CONNECT,LOCAL_NETWORK,ALIVE",
            "false,9,CONNECT,LOCAL_NETWORK,UNKNOWN", "true,9,SECURE,DESTINATION,ALIVE",
            "true,1,CONNECT,UNKNOWN,SUSPECT", "true,1,RESOLVE,UNKNOWN,SUSPECT", "true,2,SECURE,UNKNOWN,DOWN"})
    void failuresOnTheWayToTheServerWeighByBlame(boolean worked, int times, Stage stage, Blame blame,
            HealthState after) {
        Health health = worked ? ALIVE : Health.UNKNOWN;
        for (int i = 0; i < times; i++) {
            health = health.failed(new DialException(stage, blame, Fault.GENERAL_FAILURE), NOW, RESTS);
        }

        assertThat(health.state()).isEqualTo(after);
    }

    /** Rests double with each failure, end growing at five minutes, and are up to a quarter longer by chance. */
    @ParameterizedTest
    @CsvSource({"2,5", "3,10", "4,20", "5,40", "6,80", "7,160", "8,300", "20,300", "2000,300"})
    void restsGrow(int failures, long restSeconds) {
        Health health = afterFailures(failures);

        assertThat(health.isResting(NOW.plusSeconds(restSeconds).minusMillis(1))).isTrue();
        assertThat(health.isResting(NOW.plusMillis(restSeconds * 1250))).isFalse();
    }

    @Test
    void oneSuccessEndsTheDoubtAndTheRest() {
        Health health = afterFailures(5).succeeded(Depth.OPENING, NOW);

        assertThat(health.state()).isEqualTo(HealthState.ALIVE);
        assertThat(health.weight()).isZero();
    }

    @Test
    void settledOneRestsAsShortAsAtFirst() {
        Health health = afterFailures(5).succeeded(Depth.OPENING, NOW).settled();
        health = health.failed(EngineWorld.DEAD, NOW, RESTS).failed(EngineWorld.DEAD, NOW, RESTS);

        assertThat(health.isResting(NOW.plusMillis(6250))).isFalse();
    }

    @Test
    void oneThatGoesDownWhileItRecoversRestsLonger() {
        Health health = afterFailures(2).succeeded(Depth.OPENING, NOW);
        health = health.failed(EngineWorld.DEAD, NOW, RESTS).failed(EngineWorld.DEAD, NOW, RESTS);

        assertThat(health.isResting(NOW.plusSeconds(10).minusMillis(1))).isTrue();
    }

    @Test
    void successThatBeganBeforeTheDoubtDoesNotEndIt() {
        Health doubted = ALIVE.doubted(Depth.OPENING, NOW.plusSeconds(1));

        assertThat(doubted.succeeded(Depth.OPENING, NOW).state()).isEqualTo(HealthState.SUSPECT);
        assertThat(doubted.succeeded(Depth.OPENING, NOW.plusSeconds(2)).state()).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void onlyWhatWasDoubtedEndsADoubt() {
        Health frozen = ALIVE.doubted(Depth.CARRYING, NOW);

        assertThat(frozen.succeeded(Depth.ANSWERING, NOW).state()).isEqualTo(HealthState.SUSPECT);
        assertThat(frozen.succeeded(Depth.CARRYING, NOW).state()).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void acquittedOneIsWhatItWas() {
        assertThat(ALIVE.doubted(Depth.OPENING, NOW).acquitted().state()).isEqualTo(HealthState.ALIVE);
        assertThat(Health.UNKNOWN.doubted(Depth.OPENING, NOW).acquitted().state()).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void judgedOneRests() {
        Health judged = ALIVE.doubted(Depth.CARRYING, NOW).judgedDown(Depth.CARRYING, NOW, RESTS);

        assertThat(judged.isResting(NOW)).isTrue();
        assertThat(judged.acquitted()).isEqualTo(judged);
    }

    @Test
    void suspectDoesNotRest() {
        assertThat(afterFailures(1).isResting(NOW.plus(Duration.ofMillis(1)))).isFalse();
    }

    private static Health afterFailures(int failures) {
        Health health = Health.UNKNOWN;
        for (int i = 0; i < failures; i++) {
            health = health.failed(EngineWorld.DEAD, NOW, RESTS);
        }
        return health;
    }
}
