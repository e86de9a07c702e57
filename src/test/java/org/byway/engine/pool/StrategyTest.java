package org.byway.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.PAGE;
import static org.byway.engine.EngineWorld.entry;
import static org.byway.engine.EngineWorld.name;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineWorld;
import org.byway.engine.EngineWorld.Request;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole outages under each strategy, in virtual time. */
class StrategyTest {
    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");
    private final EngineWorld world = EngineWorld.over(one, two, three);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "ordered", "fastest", "spread", "pinned:0123456789"})
    void everyTextIsReadBack(String text) {
        assertThat(Strategy.of(text)).map(Strategy::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Automatic", "pinned:", "pinned:too-short", "quickest"})
    void whatNoStrategyIsCalledIsNone(String text) {
        assertThat(Strategy.of(text)).isEmpty();
    }

    @Test
    void automaticStaysWhenTheFirstComesBack() {
        choose(new Strategy.Automatic());
        killFirstAndBringItBack();

        assertThat(selected()).isEqualTo(name(two));
    }

    /** Probes look after it meanwhile, no program does. */
    @Test
    void orderedReturnsToTheFirstWhenItHasWorkedForAWhile() {
        choose(new Strategy.Ordered());
        killFirstAndBringItBack();
        assertThat(selected()).isEqualTo(name(two));
        assertThat(world.of(one).opened()).isEmpty();
        world.time.advance(Duration.ofSeconds(45));
        world.ask();

        assertThat(selected()).isEqualTo(name(one));
    }

    @Test
    void orderedLeavesTheFirstAloneWhileItRests() {
        choose(new Strategy.Ordered());
        world.of(one).fails(DEAD);
        askTimes(2);
        int dials = world.dials(one);
        askTimes(3);

        assertThat(world.dials(one)).isEqualTo(dials);
        assertThat(selected()).isEqualTo(name(two));
    }

    @Test
    void fastestGoesToTheOneThatOpensSoonest() {
        choose(new Strategy.Fastest());
        openAfter(300, 100, 200);
        measureAll();

        assertThat(selected()).isEqualTo(name(two));
    }

    @Test
    void fastestDoesNotMoveForASlightLead() {
        choose(new Strategy.Fastest());
        openAfter(300, 100, 200);
        measureAll();
        world.of(two).opensAfter(Duration.ofMillis(210));
        IntStream.range(0, 20).forEach(i -> askAndWait());

        assertThat(selected()).isEqualTo(name(two));
    }

    @Test
    void fastestMovesWhenTheOneInUseBecomesSlow() {
        choose(new Strategy.Fastest());
        openAfter(300, 100, 200);
        measureAll();
        world.of(two).opensAfter(Duration.ofMillis(900));
        IntStream.range(0, 10).forEach(i -> askAndWait());

        assertThat(selected()).isEqualTo(name(three));
    }

    @Test
    void fastestLeavesTheOneThatDies() {
        choose(new Strategy.Fastest());
        openAfter(300, 100, 200);
        measureAll();
        world.of(two).fails(DEAD);
        Request request = askAndWait();

        assertThat(request.isOpen()).isTrue();
        assertThat(selected()).isEqualTo(name(three));
    }

    @Test
    void spreadUsesEveryEndpoint() {
        choose(new Strategy.Spread());
        IntStream.range(0, 60).forEach(i -> world.ask(host(i)));

        assertThat(List.of(one, two, three)).allMatch(it -> world.dials(it) > 5);
    }

    @Test
    void spreadKeepsAHostWithItsEndpoint() {
        choose(new Strategy.Spread());
        askTimes(10);

        assertThat(List.of(one, two, three)).map(world::dials).containsExactlyInAnyOrder(10, 0, 0);
    }

    @Test
    void spreadDealsOutOnlyWhatADeadEndpointHad() {
        choose(new Strategy.Spread());
        Set<Integer> ofOthers = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            int before = world.dials(one);
            world.ask(host(i));
            if (world.dials(one) == before) {
                ofOthers.add(i);
            }
        }
        int two1 = world.dials(two);
        int three1 = world.dials(three);
        world.of(one).fails(DEAD);
        ofOthers.forEach(i -> world.ask(host(i)));

        assertThat(world.dials(two) + world.dials(three)).isEqualTo(two1 + three1 + ofOthers.size());
        Request moved = world.ask(IntStream.range(0, 30).filter(i -> !ofOthers.contains(i)).mapToObj(this::host)
                .findFirst().orElseThrow());
        assertThat(moved.isOpen()).isTrue();
    }

    @Test
    void pinnedUsesItsOwnOnly() {
        choose(new Strategy.Pinned(two.id()));
        askTimes(3);

        assertThat(world.dials(two)).isEqualTo(3);
        assertThat(world.dials(one, three)).isZero();
        assertThat(selected()).isEqualTo(name(two));
    }

    @Test
    void pinnedGivesAnErrorRatherThanAnother() {
        world.ask();
        choose(new Strategy.Pinned(two.id()));
        world.of(two).fails(DEAD);
        Request request = world.ask();

        assertThat(request.failures).containsExactly(DEAD);
        assertThat(world.dials(one)).isOne();
        assertThat(world.state().trouble()).contains(EngineWorld.failed(two, DEAD));
    }

    @Test
    void pinnedComesBackWithItsServer() {
        choose(new Strategy.Pinned(two.id()));
        world.of(two).fails(DEAD);
        askTimes(4);
        world.of(two).opens();

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().state()).isEqualTo(EngineSnapshot.State.ON);
    }

    @Test
    void pinnedToNothingOfTheListSaysSo() {
        choose(new Strategy.Pinned(EndpointId.random()));
        Request request = world.ask();

        assertThat(request.failures).hasSize(1);
        assertThat(world.state().trouble()).contains(new Reason.ChosenIsGone());
        assertThat(world.dials(one, two, three)).isZero();
    }

    @Test
    void automaticAgainUsesTheOthers() {
        choose(new Strategy.Pinned(two.id()));
        world.of(two).fails(DEAD);
        world.ask();
        choose(new Strategy.Automatic());

        assertThat(world.ask().isOpen()).isTrue();
        assertThat(world.state().strategy()).isEqualTo(new Strategy.Automatic());
    }

    @Test
    void aChoiceWithLeaveEndsAPin() {
        choose(new Strategy.Pinned(two.id()));
        world.engine.use(three.id());
        world.time.run();
        world.of(three).fails(DEAD);

        assertThat(world.ask().isOpen()).isTrue();
    }

    private void choose(Strategy strategy) {
        world.engine.choose(strategy);
        world.time.run();
    }

    private void killFirstAndBringItBack() {
        world.of(one).fails(DEAD);
        askTimes(2);
        assertThat(selected()).isEqualTo(name(two));
        world.of(one).opens();
        world.time.advance(Duration.ofSeconds(7));
        world.ask();
    }

    private void openAfter(int... millis) {
        List<ListEntry> all = List.of(one, two, three);
        IntStream.range(0, millis.length)
                .forEach(i -> world.of(all.get(i)).opensAfter(Duration.ofMillis(millis[i])));
    }

    private void measureAll() {
        IntStream.range(0, 5).forEach(i -> askAndWait());
    }

    private Request askAndWait() {
        Request request = world.ask();
        world.time.advance(Duration.ofSeconds(2));
        return request;
    }

    private void askTimes(int times) {
        IntStream.range(0, times).forEach(i -> world.ask(PAGE));
    }

    private Destination host(int i) {
        return Destination.of("host" + i + ".example", 443);
    }

    private NamedEndpoint selected() {
        return world.state().selected().orElseThrow().endpoint();
    }
}
