package org.byway.engine.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.MUTE;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineWorld;
import org.byway.engine.blame.Evidence;
import org.byway.engine.health.Depth;
import org.byway.engine.health.HealthState;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.Reason;
import org.byway.model.ListEntry;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is probed when, and what comes of it, over a whole engine in virtual time. */
class HealthMonitorTest {
    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final ListEntry four = entry("four");
    private final EngineWorld world = EngineWorld.over(one, two, three, four);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nobodyIsProbedBeforeAProgramConnects() {
        world.time.advance(Duration.ofMinutes(10));

        assertThat(world.prober.looks).isEmpty();
    }

    @Test
    void twoSparesAreKeptWarmAndNobodyElseIsTouched() {
        world.ask();
        world.time.advance(Duration.ofSeconds(10));

        assertThat(probes(one, two, three, four)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(health(two)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void sparesAreProbedSeldomAndOnlyWhileThereIsTraffic() {
        for (int i = 0; i < 10; i++) {
            world.ask();
            world.time.advance(Duration.ofMinutes(1));
        }
        long after = world.prober.of(world.of(two));
        assertThat(after).isBetween(5L, 11L);
        world.time.advance(Duration.ofHours(1));

        assertThat(world.prober.of(world.of(two)) - after).isLessThan(4);
        assertThat(world.prober.of(world.of(four))).isZero();
    }

    @Test
    void suspectIsProbedAtOnce() {
        world.ask();
        stall(one);

        assertThat(probes(one)).containsExactly(1L);
        assertThat(world.prober.looks.getLast().depth()).isEqualTo(Depth.CARRYING);
    }

    @Test
    void suspectThatPassesIsCleared() {
        world.ask();
        stall(one);
        world.time.advance(Duration.ofSeconds(1));

        assertThat(health(one)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void suspectThatFreezesIsJudgedDownAndSaysWhy() {
        world.ask();
        world.of(one).freezesAfter(16_384);
        world.forget();
        stall(one);
        world.ask();

        assertThat(health(one)).isEqualTo(HealthState.DOWN);
        assertThat(world.story()).containsExactly(new EngineEvent.Moved(name(one), name(two),
                new Reason.Stalled(name(one), Stall.FREEZES, 16_384)));
    }

    @Test
    void suspectWhoseProbeSaysNothingIsProbedAgain() {
        world.ask();
        world.of(one).fails(new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK,
                Fault.UNREACHABLE));
        stall(one);
        world.time.advance(Duration.ofSeconds(6));

        assertThat(world.prober.of(world.of(one))).isBetween(2L, 4L);
        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
    }

    @Test
    void silentSuspectIsNotJudgedWhileNothingElseWorks() {
        world.ask();
        List.of(one, two, three, four).forEach(it -> world.of(it).fails(MUTE));
        stall(one);
        world.time.advance(Duration.ofSeconds(20));
        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
        world.of(one).opens();
        world.time.advance(Duration.ofSeconds(70));

        assertThat(health(one)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void silentSuspectIsJudgedOnceAnotherWorks() {
        world.ask();
        world.of(one).failsAfter(Duration.ofSeconds(1), MUTE);
        stall(one);
        world.ask();
        world.time.advance(Duration.ofSeconds(2));

        assertThat(health(one)).isEqualTo(HealthState.DOWN);
    }

    @Test
    void downedOneIsRecheckedByAProbeAndNotByAProgram() {
        world.ask();
        world.of(one).fails(DEAD);
        world.ask();
        int dials = world.dials(one);
        long looks = world.prober.of(world.of(one));
        for (int i = 0; i < 20; i++) {
            world.time.advance(Duration.ofSeconds(10));
            world.ask();
        }

        assertThat(world.dials(one)).isEqualTo(dials);
        assertThat(world.prober.of(world.of(one))).isGreaterThan(looks);
    }

    @Test
    void flappingServerIsNotFollowed() {
        world.engine.choose(new Strategy.Ordered());
        world.ask();
        int moves = 0;
        for (int i = 0; i < 60; i++) {
            if (i % 2 == 0) {
                world.of(one).fails(i % 4 == 0 ? DEAD : MUTE);
            } else {
                world.of(one).opens();
            }
            world.forget();
            world.ask();
            moves += (int) world.story().stream().filter(EngineEvent.Moved.class::isInstance).count();
            world.time.advance(Duration.ofSeconds(3));
        }

        assertThat(moves).isLessThan(4);
    }

    @Test
    void pinnedOneHasNoSpares() {
        world.engine.choose(new Strategy.Pinned(two.id()));
        world.time.run();
        world.ask();
        world.time.advance(Duration.ofMinutes(2));

        assertThat(probes(one, three, four)).containsOnly(0L);
    }

    /** Long polls look like this. */
    @Test
    void streamsThatWaitMoveNothingWhereTheProbePasses() {
        world.ask();
        world.forget();
        await(one);
        world.ask();

        assertThat(probes(one)).containsExactly(1L);
        assertThat(world.story()).isEmpty();
        assertThat(world.dials(two)).isZero();
    }

    @Test
    void streamsThatWaitAgainAndAgainAreProbedSeldomerAndSeldomer() {
        world.ask();
        for (int i = 0; i < 60; i++) {
            world.ask();
            await(one);
            world.time.advance(Duration.ofMinutes(1));
        }

        assertThat(world.prober.of(world.of(one))).isBetween(3L, 14L);
    }

    @Test
    void streamsThatWaitForADeadOneAreItsEnd() {
        world.ask();
        world.of(one).freezesAfter(0);
        await(one);

        assertThat(health(one)).isEqualTo(HealthState.DOWN);
    }

    private void await(ListEntry entry) {
        world.engine.watch().saw(new Evidence(name(entry), Optional.empty(),
                new Outcome.Stalled(Stall.OWES, 2, 0)));
        world.time.run();
    }

    private void stall(ListEntry entry) {
        world.engine.watch().saw(new Evidence(name(entry), Optional.of(EngineWorld.PAGE),
                new Outcome.Stalled(Stall.FREEZES, 2, 16_384)));
        world.time.run();
    }

    private HealthState health(ListEntry entry) {
        return world.state().status(entry.id()).health();
    }

    private List<Long> probes(ListEntry... entries) {
        return List.of(entries).stream().map(it -> world.prober.of(world.of(it))).toList();
    }
}
