package org.byway.engine.probing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.engine.health.Depth;
import org.byway.fetch.FetchException;
import org.byway.fetch.ProbeVerdict;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Duration OPENED = Duration.ofMillis(100);
    private static final Duration FIRST = Duration.ofMillis(150);
    private static final Duration WHOLE = Duration.ofMillis(400);
    private static final ProbeVerdict WORKS = new ProbeVerdict.Works(OPENED, FIRST, WHOLE, 65_536);

    @Test
    void bytesThatCameShowEveryDepth() {
        assertThat(of(WORKS, Depth.CARRYING, true)).isEqualTo(new Finding.Good(List.of(new Outcome.Opened(OPENED),
                new Outcome.Answered(FIRST.minus(OPENED)), new Outcome.Carried(WHOLE))));
    }

    @Test
    void signOfLifeShowsNoMoreThanItIs() {
        assertThat(of(WORKS, Depth.ANSWERING, true)).isEqualTo(new Finding.Good(List.of(new Outcome.Opened(OPENED))));
    }

    @Test
    void openingOfWhatConfirmsNothingShowsNothing() {
        assertThat(of(WORKS, Depth.ANSWERING, false)).isEqualTo(new Finding.Good(List.of(new Outcome.Answered(FIRST))));
    }

    @Test
    void frozenOneDoesNotCarry() {
        assertThat(of(new ProbeVerdict.Freezes(OPENED, FIRST, 16_384), Depth.CARRYING, true))
                .isEqualTo(new Finding.Bad(new Outcome.Stalled(Stall.FREEZES, 1, 16_384), Depth.CARRYING));
    }

    @Test
    void mutedOneDoesNotAnswer() {
        assertThat(of(new ProbeVerdict.NoAnswer(OPENED), Depth.CARRYING, true))
                .isInstanceOfSatisfying(Finding.Bad.class, it -> {
                    assertThat(it.depth()).isEqualTo(Depth.ANSWERING);
                    assertThat(it.isSilence()).isFalse();
                });
    }

    @Test
    void silenceMayBeOurOwn() {
        ProbeVerdict silent = new ProbeVerdict.NotOpened(Stage.CONNECT, Blame.UNKNOWN, Fault.SILENT);

        assertThat(of(silent, Depth.CARRYING, true))
                .isInstanceOfSatisfying(Finding.Bad.class, it -> assertThat(it.isSilence()).isTrue());
    }

    @Test
    void ownNetworkAndOddTargetsSayNothing() {
        ProbeVerdict offline = new ProbeVerdict.NotOpened(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
        ProbeVerdict forbidden = new ProbeVerdict.WrongAnswer(OPENED, FetchException.Kind.STATUS, 403);

        assertThat(of(offline, Depth.CARRYING, true)).isEqualTo(new Finding.Nothing());
        assertThat(of(forbidden, Depth.CARRYING, true)).isEqualTo(new Finding.Nothing());
        assertThat(Finding.of(Optional.empty(), Depth.CARRYING, true)).isEqualTo(new Finding.Nothing());
    }

    @Test
    void anyStatusIsASignOfLife() {
        ProbeVerdict forbidden = new ProbeVerdict.WrongAnswer(OPENED, FetchException.Kind.STATUS, 403);

        assertThat(of(forbidden, Depth.ANSWERING, true)).isInstanceOf(Finding.Good.class);
    }

    private static Finding of(ProbeVerdict verdict, Depth depth, boolean confirms) {
        return Finding.of(Optional.of(verdict), depth, confirms);
    }
}
