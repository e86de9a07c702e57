package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.blame.Evidence;
import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole engine in virtual time, from what servers do to the sentence that a person reads. */
class ReasonStoryTest {
    private static final Words WORDS = new Words(Language.ENGLISH, Locale.ROOT, ZoneOffset.UTC);

    private final ListEntry one = socks("10.1.0.1", "Berlin-1");
    private final ListEntry two = socks("10.2.0.1", "Berlin-2");
    private final ListEntry three = socks("10.3.0.1", "Oslo");
    private final EngineWorld world = EngineWorld.over(one, two, three);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void frozenServerIsLeftWithTheSentenceThatSaysSo() {
        world.ask();
        world.of(one).freezesAfter(16_384);
        world.engine.watch().saw(new Evidence(name(one), Optional.of(EngineWorld.PAGE),
                new Outcome.Stalled(Stall.FREEZES, 2, 16_384)));
        world.time.run();
        world.ask();

        assertThat(told()).endsWith("Moved to Berlin-2: Berlin-1 stopped after 16 kB (typical of filtering).");
    }

    @Test
    void throttledServerIsLeftForThat() {
        world.ask();
        world.of(one).silent();
        world.engine.watch().saw(new Evidence(name(one), Optional.of(EngineWorld.PAGE),
                new Outcome.Stalled(Stall.TRICKLES, 2, 900)));
        world.time.run();
        world.ask();

        assertThat(verdictOfMove()).isEqualTo(Verdict.THROTTLED);
    }

    @Test
    void refusingServerIsLeftAndNothingIsToBeDone() {
        world.ask();
        fails(one, Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED);
        world.ask();

        assertThat(told()).endsWith("Moved to Berlin-2: Berlin-1 refused the connection.");
        assertThat(move().reason().nextOnceMoved()).isEmpty();
    }

    @Test
    void wrongPasswordIsToBeAskedForThoughAnotherWorks() {
        fails(one, Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.WRONG_LOGIN);
        world.ask();

        assertThat(told()).endsWith("Moved to Berlin-2: Berlin-1 did not accept the user name and password."
                + " Ask the person who gave it to you for the current login.");
    }

    @Test
    void certificateThatWasRightBeforeIsSwapped() {
        world.ask();
        fails(one, Stage.SECURE, Blame.UPSTREAM, Fault.CERTIFICATE_UNTRUSTED);
        world.ask();

        assertThat(verdictOfMove()).isEqualTo(Verdict.CERTIFICATE_SWAPPED);
        assertThat(told()).endsWith("Moved to Berlin-2: Berlin-1 showed another certificate than before."
                + " Somebody may be posing as it. Ask the person who gave it to you for a link with the server's pin,"
                + " or try another endpoint.");
    }

    @Test
    void certificateThatWasNeverRightIsBad() {
        fails(one, Stage.SECURE, Blame.UPSTREAM, Fault.CERTIFICATE_UNTRUSTED);
        world.ask();

        assertThat(verdictOfMove()).isEqualTo(Verdict.CERTIFICATE_BAD);
    }

    @Test
    void certificatesOutOfDateAtUnlikeServersBlameTheClock() {
        all(it -> fails(it, Stage.SECURE, Blame.UPSTREAM, Fault.CERTIFICATE_EXPIRED));
        world.ask();

        assertThat(trouble().diagnosed()).contains(Verdict.CLOCK_WRONG);
        assertThat(WORDS.sentence(world.state())).isEqualTo("No endpoint works at the moment. Oslo has a certificate"
                + " that is out of date. The clock of this computer is probably wrong. Check the date and the time zone"
                + " of this computer. If they are right, tell the person who runs the server.");
    }

    @Test
    void unlikeServersThatAllAnswerStrangelyAreAPortal() {
        all(it -> fails(it, Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.GARBAGE));
        world.ask();

        assertThat(trouble().diagnosed()).contains(Verdict.CAPTIVE_PORTAL);
        assertThat(WORDS.sentence(world.state())).endsWith("Somebody else answers here: this network probably wants"
                + " you to log in first. Open any page in your browser and log in to this network; Byway then goes on"
                + " by itself.");
    }

    @Test
    void nothingBeyondServersThatAnswerIsACountryCutOff() {
        cutOffCountry();

        assertThat(world.state().state()).isEqualTo(State.TROUBLE);
        assertThat(trouble().diagnosed()).contains(Verdict.ONLY_DOMESTIC);
        assertThat(WORDS.sentence(world.state())).contains("Servers answer, but nothing beyond them can be reached")
                .doesNotContain("a.example", "b.test", "c.invalid");
    }

    @Test
    void countryThatIsBackIsNoTroubleAnyMore() {
        cutOffCountry();
        all(it -> world.of(it).opens());
        world.ask();

        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void oneSiteThatNobodyReachesIsNoCountry() {
        world.ask();
        all(it -> fails(it, Stage.REQUEST, Blame.DESTINATION, Fault.UNREACHABLE));
        for (int i = 0; i < 10; i++) {
            world.ask();
        }

        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void cutsOfOneProtocolWhileAnotherPassesAreAFilterOfIt() {
        ListEntry other = ListEntry.of(new ShadowsocksEndpoint(new HostPort("10.4.0.1", 8388),
                ShadowsocksMethod.AES_256_GCM, Secret.of("x")), "Turku", "test");
        world.replace(one, two, three, other);
        world.ask();
        all(it -> fails(it, Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.CLOSED));
        all(it -> world.engine.watch().saw(new Evidence(name(it), Optional.empty(),
                new Outcome.Failed(new DialException(Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.CLOSED)))));
        world.time.run();
        world.ask();

        assertThat(world.state().status(one.id()).lastFailure().orElseThrow().diagnosed())
                .contains(Verdict.PROTOCOL_BLOCKED);
        assertThat(WORDS.sentence(move())).contains("Moved to Turku: Berlin-1 ended the connection",
                "Several servers of this kind fail in the same way (typical of filtering by protocol).");
    }

    @Test
    void allSilentIsSaidWithWhatToTry() {
        all(it -> world.of(it).fails(EngineWorld.MUTE));
        world.ask();
        world.time.advance(EngineWorld.BUDGET);

        assertThat(trouble().diagnosed()).contains(Verdict.SILENT);
        assertThat(WORDS.sentence(world.state()))
                .endsWith("Check that this computer is online; if it is, try or add other endpoints.");
    }

    @Test
    void searchInVainSaysWhatAllHaveInCommon() {
        all(it -> world.of(it).silent());
        world.ask();
        world.time.advance(Duration.ofSeconds(20));

        assertThat(trouble().diagnosed()).contains(Verdict.SILENT);
        assertThat(trouble().next()).contains(NextStep.CHECK_CONNECTION);
    }

    @Test
    void noWayOutIsThisComputersOwnTrouble() {
        all(it -> fails(it, Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE));
        world.ask();
        world.time.advance(EngineWorld.BUDGET);

        assertThat(trouble().diagnosed()).contains(Verdict.OWN_NETWORK_DOWN);
    }

    private void fails(ListEntry entry, Stage stage, Blame blame, Fault fault) {
        world.of(entry).fails(new DialException(stage, blame, fault));
    }

    private void cutOffCountry() {
        world.ask();
        all(it -> fails(it, Stage.REQUEST, Blame.DESTINATION, Fault.UNREACHABLE));
        Stream.of("a.example", "b.test", "c.invalid").forEach(it -> world.ask(Destination.of(it, 443)));
    }

    private void all(Consumer<ListEntry> what) {
        List.of(one, two, three).forEach(what);
    }

    private String told() {
        return WORDS.sentence(world.story().getLast());
    }

    private EngineEvent.Moved move() {
        return (EngineEvent.Moved) world.story().stream().filter(EngineEvent.Moved.class::isInstance)
                .reduce((earlier, later) -> later).orElseThrow();
    }

    private Verdict verdictOfMove() {
        return move().reason().diagnosed().orElseThrow();
    }

    private Reason trouble() {
        return world.state().trouble().orElseThrow();
    }

    private static ListEntry socks(String host, String name) {
        return ListEntry.of(new Socks5Endpoint(new HostPort(host, 1080), Optional.empty()), name, "test");
    }
}
