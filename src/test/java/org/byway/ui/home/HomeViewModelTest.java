package org.byway.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.State;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class HomeViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private Instant now = Samples.NOW;
    private final HomeViewModel model = new HomeViewModel(commands,
            new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC), () -> now);

    @Test
    void offlineNoOtherServerIsAskedFor() {
        model.show(Samples.offline());
        assertThat(model.needsEndpoints().get()).isFalse();
        assertThat(model.sentence().get()).contains("Wi-Fi").doesNotContain("add other");
        model.show(Samples.trouble());
        assertThat(model.needsEndpoints().get()).isTrue();
    }

    @Test
    void whereAnotherProgramHasThePortAnotherOneIsOffered() {
        model.show(Samples.taken());
        assertThat(model.needsPort().get()).isTrue();
        assertThat(model.needsEndpoints().get()).isFalse();
        model.show(Samples.trouble());
        assertThat(model.needsPort().get()).isFalse();
    }

    @Test
    void theSwitchConnectsWhenOffAndDisconnectsWhenOn() {
        model.toggle();
        model.show(Samples.on());
        model.toggle();
        model.show(Samples.connecting());
        model.toggle();
        assertThat(commands.asked).containsExactly("connect", "disconnect", "disconnect");
    }

    @Test
    void inTroubleTheSwitchTriesAgainOnlyWhereNothingListens() {
        model.show(Samples.taken());
        model.toggle();
        model.show(Samples.trouble());
        model.toggle();
        assertThat(commands.asked).containsExactly("connect", "disconnect");
    }

    @Test
    void whatKeepsItFromListeningAtAllIsTrouble() {
        model.toggle();
        commands.connecting.completeExceptionally(new InvalidValueException(Problem.NO_HOST));
        assertThat(model.state().get()).isEqualTo(State.TROUBLE);
        assertThat(model.sentence().get()).isEqualTo("The server's name or address is missing.");
    }

    @Test
    void itSaysWhichEndpointAndWhyAndWhereProgramsConnect() {
        model.show(Samples.on());
        assertThat(model.sentence().get()).isEqualTo("You are connected through Oslo, the library.");
        assertThat(model.endpoint().get()).isEqualTo("Oslo, the library");
        assertThat(model.why().get()).isEqualTo("Amsterdam did not answer in time.");
        assertThat(model.address().get()).isEqualTo("127.0.0.1:1080");
        assertThat(model.connections().get()).isEqualTo("14 connections open");
        assertThat(model.listening().get()).isTrue();
    }

    @Test
    void aFrozenServerIsWhyAndNothingIsLeftToDo() {
        model.show(Samples.frozen());
        assertThat(model.why().get()).isEqualTo("Amsterdam stopped after 16 kB (typical of filtering).");
    }

    @Test
    void whereNothingAnswersItSaysSoAndWhatToTry() {
        model.show(Samples.allSilent());
        assertThat(model.sentence().get()).isEqualTo("No endpoint works at the moment. Oslo, the library did not answer"
                + " in time. Check that this computer is online; if it is, try or add other endpoints.");
    }

    @Test
    void offHasNoDetails() {
        model.show(Samples.on());
        model.show(EngineSnapshot.OFF);
        assertThat(model.listening().get()).isFalse();
        assertThat(model.endpoint().get()).isEmpty();
        assertThat(model.address().get()).isEmpty();
    }

    @Test
    void rateIsOverTheLastSeconds() {
        flow(0, 0);
        flow(1000, 2_000_000);
        assertThat(model.up().get()).isEqualTo("1 kB/s");
        assertThat(model.down().get()).isEqualTo("2 MB/s");
        flow(1000, 2_000_000);
        flow(1000, 2_000_000);
        assertThat(model.up().get()).isEqualTo("333 B/s");
        flow(1000, 2_000_000);
        assertThat(model.up().get()).isEqualTo("0 B/s");
    }

    @Test
    void rateIsNeverNegativeWhenTheCountStartsAnew() {
        flow(5000, 5000);
        flow(100, 100);
        assertThat(model.up().get()).isEqualTo("0 B/s");
        flow(200, 300);
        assertThat(model.up().get()).isEqualTo("100 B/s");
        assertThat(model.down().get()).isEqualTo("200 B/s");
    }

    private void flow(long up, long down) {
        model.show(Samples.withTraffic(Samples.on(), new Traffic(up, down, 1)));
        now = now.plusSeconds(1);
        model.tick();
    }
}
