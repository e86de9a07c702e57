package org.byway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.util.Optional;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineWorld;
import org.byway.engine.FakeNetworks;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.Reason;
import org.byway.model.ListEntry;
import org.byway.model.network.RememberedEndpoint;
import org.junit.jupiter.api.Test;

/** What an engine learns in a network, and the next one begins with; in virtual time. */
class NetworkMemoryTest {
    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final FakeNetworks networks = new FakeNetworks();

    @Test
    void engineBeginsWithWhatWorkedInThisNetwork() {
        learnThatTheSecondWorks();
        try (EngineWorld next = EngineWorld.over(networks, one, two, three)) {
            next.ask();

            assertThat(next.dials(two)).isOne();
            assertThat(next.dials(one, three)).isZero();
        }
    }

    @Test
    void reasonIsTold() {
        learnThatTheSecondWorks();
        try (EngineWorld next = EngineWorld.over(networks, one, two, three)) {
            assertThat(next.story()).contains(new EngineEvent.Selected(name(two), new Reason.WorkedHereBefore()));
        }
    }

    @Test
    void whatWorkedInOneNetworkSaysNothingInAnother() {
        learnThatTheSecondWorks();
        try (EngineWorld next = EngineWorld.over(networks.on(FakeNetworks.CAFE), one, two, three)) {
            next.ask();

            assertThat(next.dials(one)).isOne();
            assertThat(next.dials(two)).isZero();
        }
    }

    @Test
    void networkThatIsComeBackToIsRemembered() {
        try (EngineWorld world = EngineWorld.over(networks, one, two, three)) {
            world.of(one).fails(DEAD);
            world.ask();
            networks.on(FakeNetworks.CAFE);
            world.of(two).fails(DEAD);
            world.time.advance(Duration.ofSeconds(2));
            world.ask();
            networks.on(FakeNetworks.HOME);
            world.of(two).opens();
            world.time.advance(Duration.ofSeconds(2));
            int before = world.dials(three);

            assertThat(world.ask().isOpen()).isTrue();
            assertThat(world.dials(three)).isEqualTo(before);
            assertThat(world.state().selected()).map(EngineSnapshot.Selection::endpoint).contains(name(two));
        }
    }

    @Test
    void nothingIsKeptOfANetworkThatCannotBeTold() {
        networks.untold();
        learnThatTheSecondWorks();

        assertThat(networks.savings).isEmpty();
    }

    @Test
    void whatGoesOnWorkingIsKeptOnceAndThenSeldom() {
        try (EngineWorld world = EngineWorld.over(networks, one, two, three)) {
            for (int second = 0; second < 300; second++) {
                world.ask();
                world.time.advance(Duration.ofSeconds(1));
            }

            assertThat(networks.savings).hasSize(1);
        }
    }

    @Test
    void newVerdictsAreKeptAtMostOnceAMinute() {
        try (EngineWorld world = EngineWorld.over(networks, one, two, three)) {
            world.ask();
            world.time.advance(Duration.ofSeconds(59));
            assertThat(networks.savings).isEmpty();
            world.time.advance(Duration.ofSeconds(2));

            assertThat(networks.savings).hasSize(1);
        }
    }

    @Test
    void failedOneIsRememberedAsFailed() {
        learnThatTheSecondWorks();

        assertThat(networks.kept.get(FakeNetworks.HOME)).filteredOn(it -> it.id().equals(one.id())).singleElement()
                .extracting(RememberedEndpoint::hasWorked).isEqualTo(false);
    }

    @Test
    void whatIsWeeksOldIsNotTrusted() {
        learnThatTheSecondWorks();
        EngineWorld next = new EngineWorld(networks);
        next.setClockAhead(Duration.ofDays(30));
        next.replace(one, two, three);
        next.start();
        next.ask();

        assertThat(next.dials(one)).isOne();
        next.close();
    }

    @Test
    void pinnedOneIsNotLeftForWhatWorkedBefore() {
        learnThatTheSecondWorks();
        EngineWorld next = new EngineWorld(networks);
        next.replace(one, two, three);
        next.engine.choose(new Strategy.Pinned(three.id()));
        next.start();
        next.ask();

        assertThat(next.state().selected()).map(EngineSnapshot.Selection::endpoint)
                .isEqualTo(Optional.of(name(three)));
        next.close();
    }

    private void learnThatTheSecondWorks() {
        try (EngineWorld world = EngineWorld.over(networks, one, two, three)) {
            world.of(one).fails(DEAD);
            world.ask();
            world.engine.stop();
            world.time.run();
        }
    }
}
