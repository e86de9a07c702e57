package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.BUDGET;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.LOCAL;
import static org.byway.engine.EngineWorld.MUTE;
import static org.byway.engine.EngineWorld.NO_SUCH_PAGE;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.failed;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.EngineWorld.Request;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Pace;
import org.byway.engine.reason.Reason;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.FakeInbound;
import org.byway.testing.FakeUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole outages, in virtual time. */
class EngineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final EngineWorld world = EngineWorld.over(one, two, three);

    @AfterEach
    void releaseAll() {
        world.close();
    }

    @Test
    void firstOfListIsSelectedAtStart() {
        assertThat(world.story()).containsExactly(new EngineEvent.Listening(LOCAL),
                new EngineEvent.Selected(name(one), new Reason.FirstChoice()));
    }

    @Test
    void requestGoesThroughTheFirst() {
        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.of(one).dials()).singleElement().extracting(FakeUpstream.Dial::to)
                .isEqualTo(EngineWorld.PAGE);
        assertThat(world.dials(two, three)).isZero();
    }

    @Test
    void firstSuccessTurnsConnectingIntoOn() {
        State before = world.state().state();
        world.ask();

        assertThat(List.of(before, world.state().state())).containsExactly(State.CONNECTING, State.ON);
    }

    @Test
    void deadFirstIsLeftBeforeTheProgramIsAnswered() {
        world.of(one).fails(DEAD);

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.dials(two)).isOne();
    }

    @Test
    void moveIsToldOnceWithItsReason() {
        world.ask();
        world.forget();
        world.of(one).fails(DEAD);
        world.ask();
        world.ask();

        assertThat(world.story())
                .containsExactly(new EngineEvent.Moved(name(one), name(two), failed(one, DEAD)));
    }

    @Test
    void searchThroughManyDeadIsOneMove() {
        world.of(one).fails(DEAD);
        world.of(two).fails(MUTE);
        world.forget();
        world.ask();

        assertThat(world.story())
                .containsExactly(new EngineEvent.Moved(name(one), name(three), failed(one, DEAD)));
    }

    @Test
    void deadOneIsNotAskedAgainWhileAnotherWorks() {
        world.of(one).fails(DEAD);
        world.ask();
        world.ask();
        world.ask();

        assertThat(world.dials(one)).isOne();
        assertThat(world.dials(two)).isEqualTo(3);
    }

    @Test
    void silentOneHasARivalBeforeItsDeadline() {
        world.of(one).failsAfter(DEADLINE, MUTE);
        Request request = world.ask();
        world.time.advance(Pace.UNKNOWN.minusMillis(1));
        assertThat(request.isWaiting()).isTrue();
        world.time.advance(Duration.ofMillis(1));

        assertThat(request.isOpen()).isTrue();
    }

    @Test
    void programIsAnsweredOnlyOnce() {
        world.of(one).failsAfter(DEADLINE, MUTE);
        Request request = world.ask();
        world.time.advance(BUDGET.multipliedBy(2));

        assertThat(request.successes + request.failures.size()).isOne();
    }

    @Test
    void requestThatNobodyAnswersFailsWithinTheBudget() {
        List.of(one, two, three).forEach(each -> world.of(each).silent());
        Request request = world.ask();
        world.time.advance(BUDGET.minusMillis(1));
        assertThat(request.isWaiting()).isTrue();
        world.time.advance(Duration.ofMillis(1));

        assertThat(request.failures).singleElement().extracting(DialException::fault).isEqualTo(Fault.SILENT);
    }

    @Test
    void dialThatIsNotWaitedForIsCancelled() {
        world.of(one).silent();
        world.ask();
        world.time.advance(BUDGET);

        assertThat(world.of(one).dials().getFirst().promise().isCancelled()).isTrue();
    }

    @Test
    void dialOfAProgramThatLeftIsCancelled() {
        world.of(one).silent();
        world.ask().client.close();
        world.time.run();

        assertThat(world.of(one).dials().getFirst().promise().isCancelled()).isTrue();
        assertThat(world.dials(two)).isZero();
    }

    @Test
    void channelThatComesTooLateIsClosed() {
        world.of(one).silent();
        world.ask().client.close();
        world.of(one).open(world.of(one).dials().getFirst());
        world.time.run();

        assertThat(world.of(one).opened()).singleElement().matches(channel -> !channel.isOpen());
    }

    @Test
    void refusedDestinationIsAnsweredHonestlyWhenTwoUpstreamsAgree() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(NO_SUCH_PAGE));

        assertThat(world.ask().failures).containsExactly(NO_SUCH_PAGE);
        assertThat(world.dials(three)).isZero();
    }

    @Test
    void refusedDestinationDoesNotBlameUpstream() {
        List.of(one, two).forEach(each -> world.of(each).fails(NO_SUCH_PAGE));
        world.ask();

        assertThat(world.state().statuses().values()).extracting(EndpointStatus::health)
                .containsOnly(HealthState.UNKNOWN);
    }

    @Test
    void refusedDestinationIsNoTrouble() {
        List.of(one, two).forEach(each -> world.of(each).fails(NO_SUCH_PAGE));
        world.forget();
        world.ask();

        assertThat(world.story()).isEmpty();
        assertThat(world.state().state()).isNotEqualTo(State.TROUBLE);
    }

    @Test
    void onlyEndpointThatIsRefusedADestinationIsNoTrouble() {
        world.replace(one);
        world.of(one).fails(NO_SUCH_PAGE);
        world.forget();

        assertThat(world.ask().failures).containsExactly(NO_SUCH_PAGE);
        assertThat(world.story()).isEmpty();
    }

    @Test
    void destinationThatOneUpstreamAloneRefusesIsReachedThroughAnother() {
        world.of(one).fails(NO_SUCH_PAGE);

        assertThat(world.ask().isOpen()).isTrue();
    }

    @Test
    void whatWasSaidOfTheDestinationOutweighsADeadUpstream() {
        world.of(one).fails(NO_SUCH_PAGE);
        world.of(two).fails(DEAD);
        world.of(three).fails(MUTE);

        assertThat(world.ask().failures).containsExactly(NO_SUCH_PAGE);
    }

    @Test
    void allDownIsToldOnce() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(DEAD));
        world.forget();
        world.ask();
        world.ask();

        assertThat(world.story())
                .containsExactly(new EngineEvent.Down(new Reason.AllFailed(failed(three, DEAD))));
    }

    @Test
    void allDownIsTroubleWithItsReason() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(DEAD));
        world.ask();

        assertThat(world.state()).extracting(EngineSnapshot::state, EngineSnapshot::trouble)
                .containsExactly(State.TROUBLE, Optional.of(new Reason.AllFailed(failed(three, DEAD))));
    }

    @Test
    void allDownGivesEveryProgramItsError() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(DEAD));

        assertThat(world.ask().failures).containsExactly(DEAD);
        assertThat(world.ask().failures).containsExactly(DEAD);
    }

    @Test
    void comingBackIsTold() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(DEAD));
        world.ask();
        world.forget();
        world.of(one).opens();
        world.ask();

        assertThat(world.story()).containsExactly(new EngineEvent.Recovered(name(one)));
        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void comingBackThroughAnotherIsAMove() {
        List.of(one, two, three).forEach(each -> world.of(each).fails(DEAD));
        world.ask();
        world.forget();
        world.of(two).opens();
        world.ask();

        assertThat(world.story())
                .containsExactly(new EngineEvent.Moved(name(one), name(two), failed(one, DEAD)));
        assertThat(world.state().trouble()).isEmpty();
    }

    @Test
    void downedOneRestsAndIsStillTriedWhenNothingBetterIsLeft() {
        world.replace(one);
        world.of(one).fails(DEAD);
        world.ask();
        world.ask();
        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.DOWN);
        world.of(one).opens();

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.ALIVE);
    }

    /** Nothing is reported while nobody asks, so the engine itself has to see the end of a rest. */
    @Test
    void restedOneIsTriedBeforeTheSuspect() {
        world.replace(one, two);
        world.of(one).fails(DEAD);
        world.of(two).fails(NO_SUCH_PAGE);
        world.ask();
        world.engine.use(two.id());
        world.of(two).fails(DEAD);
        world.time.run();
        world.ask();
        world.time.advance(Duration.ofSeconds(7));
        world.of(one).opens();
        world.of(two).dials().clear();

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.dials(two)).isZero();
    }

    @Test
    void recoveredOneDoesNotMoveWhatWorks() {
        world.of(one).fails(DEAD);
        world.ask();
        world.of(one).opens();
        world.time.advance(Duration.ofMinutes(10));
        world.forget();
        world.ask();

        assertThat(world.story()).isEmpty();
        assertThat(world.dials(two)).isEqualTo(2);
    }

    @Test
    void chosenOneIsUsed() {
        world.forget();
        world.engine.use(three.id());
        world.time.run();
        world.ask();

        assertThat(world.story())
                .containsExactly(new EngineEvent.Moved(name(one), name(three), new Reason.ChosenByPerson()));
        assertThat(world.dials(three)).isOne();
    }

    @Test
    void chosenOneThatFailsIsLeft() {
        world.engine.use(three.id());
        world.of(three).fails(DEAD);
        world.time.run();
        world.forget();

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.story())
                .containsExactly(new EngineEvent.Moved(name(three), name(one), failed(three, DEAD)));
    }

    @Test
    void choosingADownedOneForgetsItsFailures() {
        world.of(one).fails(DEAD);
        world.ask();
        world.of(one).opens();
        world.engine.use(one.id());
        world.time.run();
        world.ask();

        assertThat(world.dials(one)).isEqualTo(2);
    }

    @Test
    void removedOneIsLeftAtOnce() {
        world.forget();
        world.replace(two, three);

        assertThat(world.story()).containsExactly(
                new EngineEvent.Moved(name(one), name(two), new Reason.RemovedFromList(name(one))));
    }

    @Test
    void removedOneIsClosed() {
        world.ask();
        world.replace(two);

        assertThat(world.of(one).closings()).isOne();
    }

    @Test
    void unchangedOneKeepsItsUpstreamWhateverItsNameBecomes() {
        world.ask();
        world.replace(renamed(one, "another name"), two);

        assertThat(world.of(one).closings()).isZero();
        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void newNameIsShown() {
        world.forget();
        world.replace(renamed(one, "another name"), two);

        assertThat(world.state().selected()).map(selection -> selection.endpoint().name()).contains("another name");
        assertThat(world.story()).isEmpty();
    }

    @Test
    void changedServerIsAnotherUpstream() {
        world.of(one).fails(DEAD);
        world.ask();
        ListEntry moved = new ListEntry(one.id(), entry("elsewhere").endpoint(), one.name(), one.tags(), false,
                one.sources(), Map.of());
        world.replace(moved, two);

        assertThat(world.of(one).closings()).isOne();
        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void dialUnderWayGoesOnThroughTheNewList() {
        world.of(one).failsAfter(DEADLINE, MUTE);
        Request request = world.ask();
        ListEntry fourth = entry("fourth");
        world.replace(fourth);
        world.time.advance(DEADLINE);

        assertThat(request.isOpen()).isTrue();
        assertThat(world.dials(fourth)).isOne();
        assertThat(world.dials(two, three)).isZero();
    }

    @Test
    void dialThroughARemovedOneThatSucceedsServesItsProgram() {
        world.of(one).opensAfter(DEADLINE);
        Request request = world.ask();
        world.replace(two);
        world.time.advance(DEADLINE);

        assertThat(request.isOpen()).isTrue();
    }

    @Test
    void lateSuccessOfARemovedOneDoesNotRepeatTheTrouble() {
        world.of(one).opensAfter(DEADLINE);
        world.ask();
        world.forget();
        world.replace();
        world.time.advance(DEADLINE);

        assertThat(world.story()).containsExactly(new EngineEvent.Down(new Reason.NothingInList()));
        assertThat(world.state().state()).isEqualTo(State.TROUBLE);
    }

    @Test
    void emptyListAnswersAtOnceWithNoUpstream() {
        world.replace();

        assertThat(world.ask().failures).singleElement().extracting(DialException::fault)
                .isEqualTo(Fault.NO_UPSTREAM);
    }

    @Test
    void emptyListIsToldOnce() {
        world.forget();
        world.replace();
        world.ask();
        world.ask();

        assertThat(world.story()).containsExactly(new EngineEvent.Down(new Reason.NothingInList()));
    }

    @Test
    void endpointsThatCannotRunAreNeverSelected() {
        ListEntry unknown = ListEntry.of(
                new UnsupportedEndpoint(new HostPort("h.example", 1), "hysteria", Secret.of("x")), "", "test");
        world.replace(unknown, two);

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.of(unknown).dials()).isEmpty();
    }

    @Test
    void listThatFillsAgainEndsTheTrouble() {
        world.replace();
        world.forget();
        world.replace(two);

        assertThat(world.story())
                .containsExactly(new EngineEvent.Selected(name(two), new Reason.FirstChoice()));
        assertThat(world.state().state()).isEqualTo(State.CONNECTING);
    }

    @Test
    void failureOfAnUpstreamThatIsNotUsedIsNoTrouble() {
        world.ask();
        world.forget();
        DialException local = new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
        world.of(one).fails(local);
        world.ask();

        assertThat(world.story()).isEmpty();
    }

    @Test
    void networkThatIsGoneLeavesEveryVerdictAsItIs() {
        world.ask();
        DialException local = new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
        List.of(one, two, three).forEach(each -> world.of(each).fails(local));

        assertThat(world.ask().failures).containsExactly(local);
        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void stormOfChangesIsAtMostTenSnapshotsASecond() {
        world.state();
        world.forget();
        for (int i = 0; i < 1000; i++) {
            world.ask();
            world.time.advance(Duration.ofMillis(1));
        }

        assertThat(world.snapshots).hasSizeBetween(9, 11);
    }

    @Test
    void quietEngineTellsNothing() {
        world.state();
        world.forget();
        world.time.advance(Duration.ofMinutes(1));

        assertThat(world.snapshots).isEmpty();
    }

    @Test
    void lastChangeIsNeverLost() {
        world.engine.use(two.id());
        world.time.run();
        world.engine.use(three.id());

        assertThat(world.state().selected()).map(EngineSnapshot.Selection::endpoint).contains(name(three));
    }

    @Test
    void trafficIsToldAtMostOnceASecond() {
        world.ask();
        world.events.clear();
        world.time.advance(Duration.ofSeconds(10));

        assertThat(world.events).containsExactly(new EngineEvent.TrafficCounted(0, 0, 1));
    }

    @Test
    void followerThatThrowsDoesNotSilenceTheOthers() {
        world.engine.listen(event -> {
            throw new IllegalStateException("planted");
        });
        world.forget();
        world.engine.use(two.id());
        world.time.run();
        world.engine.use(three.id());
        world.time.run();

        assertThat(world.story()).hasSize(2);
    }

    @Test
    void followerThatThrowsAtFirstIsStillTold() {
        List<EngineSnapshot> seen = new ArrayList<>();
        world.engine.follow(snapshot -> {
            seen.add(snapshot);
            throw new IllegalStateException("planted");
        });
        world.time.run();
        world.engine.use(two.id());
        world.state();

        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void followerThatClosedIsNotTold() {
        List<EngineEvent> seen = new ArrayList<>();
        world.engine.listen(seen::add).close();
        world.engine.use(two.id());
        world.time.run();

        assertThat(seen).isEmpty();
    }

    @Test
    void newestActivityComesFirst() {
        world.engine.use(two.id());

        assertThat(world.state().activity()).first().extracting(Activity::event)
                .isEqualTo(new EngineEvent.Moved(name(one), name(two), new Reason.ChosenByPerson()));
    }

    @Test
    void activityIsBounded() {
        for (int i = 0; i < 300; i++) {
            world.engine.use(i % 2 == 0 ? two.id() : three.id());
        }
        world.time.run();

        assertThat(world.state().activity()).hasSize(EngineSnapshot.MAX_ACTIVITY);
    }

    @Test
    void takenAddressIsTroubleWithItsReason() {
        HostPort taken = new HostPort("127.0.0.1", 1081);
        EngineWorld other = new EngineWorld();
        CompletionStage<HostPort> started = other.engine.start(new ListenAt.Exactly(taken, Optional.empty()));

        assertThat(other.state().trouble()).contains(new Reason.AddressTaken(taken));
        assertThat(started.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void preferredAddressThatIsTakenGivesWayToAFreePort() {
        EngineWorld other = new EngineWorld();
        other.engine.start(new ListenAt.Preferably(new HostPort("127.0.0.1", 1081), Optional.empty()));

        assertThat(other.state().listening()).contains(new HostPort("127.0.0.1", FakeInbound.FREE_PORT));
    }

    @Test
    void stoppedEngineIsOff() {
        world.engine.stop();

        assertThat(world.state()).extracting(EngineSnapshot::state, EngineSnapshot::listening)
                .containsExactly(State.OFF, Optional.empty());
        assertThat(world.inbounds.getLast().closings()).isOne();
    }

    @Test
    void engineStartsAgain() {
        world.engine.stop();
        world.time.run();
        world.start();

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    private static ListEntry renamed(ListEntry entry, String name) {
        return new ListEntry(entry.id(), new Socks5Endpoint(entry.endpoint().server(), Optional.empty()), name,
                entry.tags(), entry.isPinned(), entry.sources(), Map.of());
    }
}
