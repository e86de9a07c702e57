package org.byway.engine.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.EngineWorld;
import org.byway.engine.FakeProber;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches through lists in which little or nothing works, in virtual time. */
class PoolSearchTest {
    private final EngineWorld world = new EngineWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothingIsSearchedWhereSomethingWorks() {
        List<ListEntry> list = start(1, 3);
        world.ask();

        assertThat(search().isSuccess()).isTrue();
        assertThat(world.prober.looks).isEmpty();
        assertThat(world.dials(list.getFirst())).isOne();
    }

    @Test
    void oneThatWorksIsFoundAmongTheDead() {
        List<ListEntry> list = start(50, 1);
        list.forEach(it -> world.of(it).silent());
        world.of(list.get(20)).opens();
        Future<Void> found = search();
        assertThat(found.isDone()).isFalse();
        world.time.advance(Duration.ofSeconds(1));

        assertThat(found.isSuccess()).isTrue();
        assertThat(world.state().selected()).map(EngineSnapshot.Selection::endpoint)
                .contains(EngineWorld.name(list.get(20)));
    }

    @Test
    void probesThatAreNotWaitedForAreCancelled() {
        List<ListEntry> list = start(10, 1);
        list.forEach(it -> world.of(it).silent());
        world.of(list.get(9)).opens();
        search();
        world.time.advance(Duration.ofSeconds(1));

        assertThat(world.prober.looks).allMatch(it -> it.verdict().isDone());
    }

    @Test
    void searchKeepsToItsBounds() {
        start(500, 1).forEach(it -> world.of(it).silent());
        Future<Void> found = search();
        world.time.advance(Duration.ofSeconds(1));
        assertThat(world.prober.looks.size()).isBetween(25, 31);
        for (int i = 0; i < 150; i++) {
            world.time.advance(Duration.ofMillis(100));
            assertThat(world.prober.looks.stream().filter(it -> !it.verdict().isDone()).count())
                    .isLessThanOrEqualTo(SearchRound.MOST_OPEN);
        }

        assertThat(found.isDone()).isTrue();
        assertThat(found.isSuccess()).isFalse();
        assertThat(world.prober.looks).hasSize(SearchRound.MOST_TRIED);
    }

    @Test
    void unlikeNetworksAreTriedFirst() {
        List<ListEntry> list = start(20, 10);
        list.forEach(it -> world.of(it).silent());
        search();
        world.time.advance(Duration.ofMillis(660));

        assertThat(IntStream.range(0, 20).mapToObj(i -> world.of(list.get(i * 10))))
                .allMatch(it -> world.prober.of(it) == 1);
    }

    @Test
    void networkWithEqualFailuresGoesToTheBack() {
        List<ListEntry> list = start(3, 100);
        list.subList(0, 200).forEach(it -> world.of(it).fails(DEAD));
        list.subList(200, 300).forEach(it -> world.of(it).silent());
        search();
        world.time.advance(Duration.ofSeconds(2));

        long inDead = list.subList(0, 200).stream().mapToLong(it -> world.prober.of(world.of(it))).sum();
        assertThat(inDead).isLessThan(10);
    }

    @Test
    void oneSearchServesAll() {
        start(20, 1).forEach(it -> world.of(it).silent());
        List<Future<Void>> waiting = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> waiting.add(search()));
        world.time.advance(SearchRound.BUDGET);

        assertThat(waiting).allMatch(Future::isDone);
        assertThat(world.prober.looks).hasSize(20);
    }

    @Test
    void searchIsToldAndItsEndIn() {
        start(3, 1).forEach(it -> world.of(it).fails(DEAD));
        world.forget();
        search();
        world.time.advance(Duration.ofMillis(40));
        assertThat(world.state()).extracting(EngineSnapshot::state, EngineSnapshot::trouble)
                .containsExactly(State.CONNECTING, Optional.of(new Reason.Searching(3)));
        world.time.advance(Duration.ofSeconds(1));

        assertThat(world.story()).containsExactly(new EngineEvent.Searching(),
                new EngineEvent.Down(new Reason.SearchedInVain(3, Verdict.REFUSED)));
        assertThat(world.state().state()).isEqualTo(State.TROUBLE);
    }

    @Test
    void searchInVainIsNotRepeatedAtOnce() {
        start(3, 1).forEach(it -> world.of(it).fails(DEAD));
        search();
        world.time.advance(Duration.ofSeconds(1));
        Future<Void> again = search();
        world.time.run();

        assertThat(again.cause()).hasMessage(DEAD.getMessage());
        assertThat(world.prober.looks).hasSize(3);
    }

    @Test
    void searchIsRepeatedEverMoreSeldom() {
        start(3, 1).forEach(it -> world.of(it).fails(DEAD));
        for (int i = 0; i < 600; i++) {
            search();
            world.time.advance(Duration.ofSeconds(1));
        }

        assertThat(world.prober.looks.size() / 3).isBetween(5, 12);
    }

    @Test
    void newListIsSearchedAtOnce() {
        start(3, 1).forEach(it -> world.of(it).fails(DEAD));
        search();
        world.time.advance(Duration.ofSeconds(1));
        start(4, 1);
        Future<Void> found = search();
        world.time.advance(Duration.ofSeconds(1));

        assertThat(found.isSuccess()).isTrue();
    }

    @Test
    void trafficThatFindsOneEndsTheSearch() {
        List<ListEntry> list = start(30, 1);
        list.forEach(it -> world.of(it).silent());
        Future<Void> found = search();
        world.of(list.getFirst()).opens();
        world.ask();

        assertThat(found.isSuccess()).isTrue();
    }

    @Test
    void pinnedOneAloneIsSearched() {
        List<ListEntry> list = start(5, 1);
        list.forEach(it -> world.of(it).fails(DEAD));
        world.engine.choose(new Strategy.Pinned(list.get(2).id()));
        world.time.run();
        search();
        world.time.advance(Duration.ofSeconds(2));

        assertThat(world.prober.looks).extracting(FakeProber.Look::upstream).containsExactly(world.of(list.get(2)));
    }

    private Future<Void> search() {
        Future<Void> found = world.engine.search().untilOneWorks(world.time.loop());
        world.time.run();
        return found;
    }

    /** A running engine over so many networks with so many endpoints each, network by network. */
    private List<ListEntry> start(int networks, int each) {
        List<ListEntry> list = new ArrayList<>();
        for (int i = 0; i < networks * each; i++) {
            HostPort server = new HostPort(10 + i / each / 256 + "." + i / each % 256 + "." + i % each + ".1", 1080);
            list.add(ListEntry.of(new Socks5Endpoint(server, Optional.empty()), "", "test"));
        }
        world.replace(list.toArray(ListEntry[]::new));
        if (world.inbounds.isEmpty()) {
            world.start();
        }
        return list;
    }
}
