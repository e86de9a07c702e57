package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import java.time.Duration;
import java.util.Optional;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.model.ListEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sleep, a changed clock and another network, in virtual time. */
class SleepTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final EngineWorld world = EngineWorld.over(one, two);

    /** The first fails, the second works. */
    @BeforeEach
    void learn() {
        world.of(one).fails(DEAD);
        world.ask();
    }

    @AfterEach
    void releaseAll() {
        world.close();
    }

    @Test
    void oneInUseIsProbedAfterSleep() {
        long before = world.prober.of(world.of(two));
        sleep();

        assertThat(world.prober.of(world.of(two))).isEqualTo(before + 1);
    }

    @Test
    void probeWhoseTargetsFailClosesNoStream() {
        world.of(two).fails(EngineWorld.NO_SUCH_PAGE);
        sleep();
        world.time.advance(SOON);

        assertThat(health(two)).isEqualTo(HealthState.ALIVE);
        assertThat(world.of(two).opened().getFirst().isOpen()).isTrue();
    }

    @Test
    void othersFadeToUnknownAfterSleep() {
        assertThat(health(one)).isNotEqualTo(HealthState.UNKNOWN);
        sleep();

        assertThat(health(one)).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void oneInUseStaysInUseAfterSleep() {
        sleep();
        world.ask();

        assertThat(world.dials(two)).isEqualTo(2);
    }

    @Test
    void clockThatIsSetForwardChangesNothing() {
        EndpointStatus before = world.state().status(one.id());
        long probes = world.prober.of(world.of(two));
        world.setClockAhead(HOUR);
        world.time.advance(SOON);

        assertThat(world.state().status(one.id())).isEqualTo(before);
        assertThat(world.prober.of(world.of(two))).isEqualTo(probes);
    }

    @Test
    void clockThatIsSetBackChangesNothing() {
        EndpointStatus before = world.state().status(one.id());
        world.setClockAhead(HOUR.negated());
        world.time.advance(SOON);

        assertThat(world.state().status(one.id())).isEqualTo(before);
    }

    @Test
    void clockThatJumpsWhereTheSystemCannotTellChangesNothing() {
        world.networks.running(Optional::empty);
        world.time.advance(SOON);
        EndpointStatus before = world.state().status(one.id());
        world.setClockAhead(HOUR);
        world.time.advance(SOON);

        assertThat(world.state().status(one.id())).isEqualTo(before);
    }

    @Test
    void verdictsFadeInAnotherNetwork() {
        world.networks.on(FakeNetworks.CAFE);
        world.time.advance(SOON);

        assertThat(health(one)).isEqualTo(HealthState.UNKNOWN);
    }

    @Test
    void oneInUseIsProbedInAnotherNetwork() {
        long before = world.prober.of(world.of(two));
        world.networks.on(FakeNetworks.CAFE);
        world.time.advance(SOON);

        assertThat(world.prober.of(world.of(two))).isEqualTo(before + 1);
    }

    @Test
    void gatewayThatIsNotKnownForAMomentChangesNothing() {
        long before = world.prober.of(world.of(two));
        world.networks.untold();
        world.time.advance(SOON);
        world.networks.on(FakeNetworks.HOME);
        world.time.advance(SOON);

        assertThat(world.prober.of(world.of(two))).isEqualTo(before);
    }

    private HealthState health(ListEntry entry) {
        return world.state().status(entry.id()).health();
    }

    private void sleep() {
        world.sleep(HOUR);
        world.time.advance(SECOND);
    }
}
