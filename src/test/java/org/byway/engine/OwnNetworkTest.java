package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.BUDGET;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.MUTE;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.EngineWorld.Request;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.engine.reason.Reason;
import org.byway.model.ListEntry;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The computer itself is cut off, in virtual time. */
class OwnNetworkTest {
    @SuppressWarnings("StaticAssignmentOfThrowable") // a value without a stack trace
    private static final DialException NO_ROUTE = new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK,
            Fault.UNREACHABLE);
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(4);
    private static final Duration AWAY = Duration.ofSeconds(10);

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final List<ListEntry> all = List.of(one, two, three);
    private final EngineWorld world = EngineWorld.over(one, two, three);

    @AfterEach
    void releaseAll() {
        world.close();
    }

    @Test
    void requestsThatWaitForTheNetworkSucceedWhenItIsBack() {
        world.ask();
        loseRoute();
        Request request = world.ask();
        world.time.advance(AWAY);
        assertThat(request.isWaiting()).isTrue();
        findNetwork();

        assertThat(request.isOpen()).isTrue();
    }

    @Test
    void requestsThatWaitedInSilenceSucceedWhenTheNetworkIsBack() {
        world.ask();
        fallSilent();
        Request request = world.ask();
        world.time.advance(AWAY);
        assertThat(request.isWaiting()).isTrue();
        findNetwork();

        assertThat(request.isOpen()).isTrue();
    }

    @Test
    void requestThatTheNetworkDoesNotComeBackForFailsHonestlyAtTheEndOfTheBudget() {
        loseRoute();
        Request request = world.ask();
        world.time.advance(BUDGET.minusMillis(1));
        assertThat(request.isWaiting()).isTrue();
        world.time.advance(Duration.ofMillis(1));

        assertThat(request.failures).singleElement().extracting(DialException::blame, DialException::fault)
                .containsExactly(Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
    }

    @Test
    void ownNetworkIsNamedAsTheTrouble() {
        loseRoute();
        world.ask();

        assertThat(world.state()).extracting(EngineSnapshot::state, EngineSnapshot::trouble)
                .containsExactly(State.TROUBLE, Optional.of(new Reason.OwnNetworkDown()));
    }

    @Test
    void outageAndItsEndAreToldOnce() {
        world.ask();
        world.forget();
        loseRoute();
        world.ask();
        world.ask();
        world.time.advance(AWAY);
        findNetwork();

        assertThat(world.story()).containsExactly(new EngineEvent.Down(new Reason.OwnNetworkDown()),
                new EngineEvent.BackOnline());
        assertThat(world.state()).extracting(EngineSnapshot::state, EngineSnapshot::trouble)
                .containsExactly(State.ON, Optional.empty());
    }

    @Test
    void verdictsOfTheOutageAreWithdrawn() {
        world.ask();
        fallSilent();
        world.ask();
        world.time.advance(AWAY);

        assertThat(world.state().status(one.id()).health()).isEqualTo(HealthState.ALIVE);
        assertThat(world.state().statuses().values()).extracting(EndpointStatus::health)
                .doesNotContain(HealthState.SUSPECT, HealthState.DOWN);
    }

    @Test
    void oneInUseStaysInUseAfterTheOutage() {
        world.ask();
        fallSilent();
        world.ask();
        world.time.advance(AWAY);
        findNetwork();
        world.ask();

        assertThat(world.state().selected()).map(EngineSnapshot.Selection::endpoint).contains(name(one));
    }

    @Test
    void oneInUseIsProbedAtOnceWhenTheNetworkIsBack() {
        world.ask();
        loseRoute();
        world.ask();
        long before = world.prober.of(world.of(one));
        findNetwork();

        assertThat(world.prober.of(world.of(one))).isEqualTo(before + 1);
    }

    @Test
    void standingStreamsAreLeftAlone() {
        world.ask();
        loseRoute();
        world.ask();
        world.time.advance(AWAY);

        assertThat(world.of(one).opened().getFirst().isOpen()).isTrue();
    }

    @Test
    void nothingIsDialledOnAndOnWhileTheNetworkIsAway() {
        loseRoute();
        world.ask();
        int before = world.dials(one, two, three);
        world.time.advance(AWAY);

        assertThat(world.dials(one, two, three)).isEqualTo(before);
    }

    @Test
    void systemThatCannotTellLeavesItALookThroughTheList() {
        all.forEach(each -> world.of(each).failsAfter(CONNECT_DEADLINE, MUTE));
        world.networks.untold();
        world.ask();
        world.time.advance(BUDGET.multipliedBy(2));

        assertThat(world.state().trouble()).isPresent().get().isNotInstanceOf(Reason.OwnNetworkDown.class);
    }

    @Test
    void deadListInAComputerThatIsOnlineIsNoOutageOfItsOwn() {
        all.forEach(each -> world.of(each).failsAfter(CONNECT_DEADLINE, MUTE));
        world.ask();
        world.time.advance(BUDGET.multipliedBy(2));

        assertThat(world.state().trouble()).isPresent().get().isNotInstanceOf(Reason.OwnNetworkDown.class);
    }

    /** A proxy on this computer works without a network. */
    @Test
    void wayThatWorksIsUsedWhateverTheSystemSays() {
        world.networks.cutOff();
        world.time.advance(AWAY);

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void refusalIsNoSignOfAnOutage() {
        all.forEach(each -> world.of(each).fails(DEAD));
        world.networks.cutOff();
        world.time.advance(AWAY);
        world.ask();
        world.time.advance(BUDGET);

        assertThat(world.state().trouble()).isPresent().get().isNotInstanceOf(Reason.OwnNetworkDown.class);
    }

    @Test
    void missingRouteToOneServerIsNoOutageWhileTheComputerIsOnline() {
        world.of(one).fails(NO_ROUTE);

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.dials(two)).isOne();
    }

    @Test
    void successEndsTheOutageThoughTheSystemSaysOtherwise() {
        loseRoute();
        world.ask();
        world.of(one).opens();
        world.ask();

        assertThat(world.state().state()).isEqualTo(State.ON);
    }

    @Test
    void systemIsNotLookedAtWhileTheForwarderIsOff() {
        world.engine.stop();
        world.time.run();
        int before = world.networks.looks;
        world.time.advance(Duration.ofMinutes(1));

        assertThat(world.networks.looks).isEqualTo(before);
    }

    @Test
    void systemIsLookedAtEveryTwoSeconds() {
        int before = world.networks.looks;
        world.time.advance(Duration.ofSeconds(60));

        assertThat(world.networks.looks - before).isEqualTo(30);
    }

    private void loseRoute() {
        all.forEach(each -> world.of(each).fails(NO_ROUTE));
        world.networks.cutOff();
    }

    private void fallSilent() {
        all.forEach(each -> world.of(each).failsAfter(CONNECT_DEADLINE, MUTE));
        world.networks.cutOff();
    }

    private void findNetwork() {
        all.forEach(each -> world.of(each).opens());
        world.networks.on(FakeNetworks.HOME);
        world.time.advance(Duration.ofSeconds(2));
    }
}
