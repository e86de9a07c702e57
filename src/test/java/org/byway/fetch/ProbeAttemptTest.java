package org.byway.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import org.byway.fetch.FetchException.Kind;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a probe makes of silence, in virtual time. */
class ProbeAttemptTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestScheduler time = new TestScheduler();
    private final Promise<Fetched> fetch = time.loop().newPromise();
    private final ProbeAttempt attempt = new ProbeAttempt(time.loop(),
            ProbeLimits.whole(Duration.ofSeconds(10)), true);
    private final Future<ProbeVerdict> verdict = attempt.judge(fetch);

    @AfterEach
    void close() {
        time.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15_000, 16_384, 20_000, 24_000})
    void aBodyThatStandsStillFreezesAfterSoManyBytes(int bytes) {
        begin();
        attempt.received(bytes);
        time.advance(Duration.ofSeconds(6));

        assertThat(verdict.getNow()).isEqualTo(new ProbeVerdict.Freezes(SECOND, SECOND, bytes));
        assertThat(fetch.isCancelled()).isTrue();
    }

    @Test
    void aBodyThatTricklesIsTooSlowAndNotFrozen() {
        begin();
        for (int i = 0; i < 14; i++) {
            attempt.received(1000);
            time.advance(SECOND);
        }
        end(Kind.TOO_SLOW);

        assertThat(verdict.getNow()).isEqualTo(new ProbeVerdict.TooSlow(SECOND, SECOND, 14_000));
    }

    @Test
    void silenceAfterConnectedIsNoAnswer() {
        time.advance(SECOND);
        attempt.opened();
        time.advance(Duration.ofSeconds(14));
        end(Kind.TOO_SLOW);

        assertThat(verdict.getNow()).isEqualTo(new ProbeVerdict.NoAnswer(SECOND));
    }

    @Test
    void aDialWithoutEndIsSilence() {
        time.advance(Duration.ofSeconds(15));
        end(Kind.TOO_SLOW);

        assertThat(verdict.getNow())
                .isEqualTo(new ProbeVerdict.NotOpened(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT));
    }

    private void begin() {
        time.advance(SECOND);
        attempt.opened();
        attempt.answered();
    }

    private void end(Kind kind) {
        fetch.tryFailure(new FetchException(kind));
        time.run();
    }
}
