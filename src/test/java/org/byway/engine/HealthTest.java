package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    private static final Instant NOW = Instant.EPOCH;

    /** Where it begins, how often it fails like this, and where it ends. */
    @ParameterizedTest
    @CsvSource({"false,1,CONNECT,UPSTREAM,SUSPECT", "true,1,CONNECT,UPSTREAM,SUSPECT", "true,2,CONNECT,UPSTREAM,DOWN",
            "true,2,AUTHENTICATE,UPSTREAM,DOWN", "true,1,REQUEST,UPSTREAM,SUSPECT", "true,9,REQUEST,DESTINATION,ALIVE",
            "true,9,CONNECT,LOCAL_NETWORK,ALIVE", "false,9,CONNECT,LOCAL_NETWORK,UNKNOWN",
            "true,1,CONNECT,UNKNOWN,SUSPECT", "true,1,RESOLVE,UNKNOWN,SUSPECT", "true,2,REQUEST,UNKNOWN,ALIVE",
            "false,2,REQUEST,UNKNOWN,UNKNOWN", "true,3,REQUEST,UNKNOWN,SUSPECT", "true,6,REQUEST,UNKNOWN,DOWN"})
    void failuresWeighByBlameAndStage(boolean worked, int times, Stage stage, Blame blame, HealthState after) {
        Health health = worked ? Health.UNKNOWN.succeeded() : Health.UNKNOWN;
        for (int i = 0; i < times; i++) {
            health = health.failed(new DialException(stage, blame, Fault.GENERAL_FAILURE), NOW);
        }

        assertThat(health.state()).isEqualTo(after);
    }

    /** Rests double with each failure and end growing at five minutes. */
    @ParameterizedTest
    @CsvSource({"2,5", "3,10", "4,20", "5,40", "6,80", "7,160", "8,300", "20,300", "2000,300"})
    void restsGrow(int failures, long restSeconds) {
        Health health = afterFailures(failures);

        assertThat(health.isResting(NOW.plusSeconds(restSeconds).minusMillis(1))).isTrue();
        assertThat(health.isResting(NOW.plusSeconds(restSeconds))).isFalse();
    }

    @Test
    void oneSuccessEndsAllDoubt() {
        assertThat(afterFailures(5).succeeded()).isEqualTo(Health.UNKNOWN.succeeded());
    }

    @Test
    void suspectDoesNotRest() {
        assertThat(afterFailures(1).isResting(NOW.plus(Duration.ofMillis(1)))).isFalse();
    }

    private static Health afterFailures(int failures) {
        Health health = Health.UNKNOWN;
        for (int i = 0; i < failures; i++) {
            health = health.failed(EngineWorld.DEAD, NOW);
        }
        return health;
    }
}
