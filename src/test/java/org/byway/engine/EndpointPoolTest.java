package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Outcome;
import org.byway.testing.FakeUpstream;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.Test;

class EndpointPoolTest {
    private final TestScheduler time = new TestScheduler();
    private final List<FakeUpstream> made = new ArrayList<>();
    private final EndpointPool pool = new EndpointPool(this::make, time.clock());
    private final ListEntry one = entry("one");
    private final ListEntry two = entry("two");
    private final ListEntry three = entry("three");

    @Test
    void viewOfUnusedOnesFollowsTheList() {
        pool.replace(List.of(one, two, three));

        assertThat(order()).containsExactly(one.id(), two.id(), three.id());
    }

    @Test
    void suspectGoesBehindTheUnknown() {
        pool.replace(List.of(one, two, three));
        fail(one, 1);

        assertThat(order()).containsExactly(two.id(), three.id(), one.id());
    }

    @Test
    void restingGoesBehindTheSuspect() {
        pool.replace(List.of(one, two, three));
        fail(one, 2);
        fail(two, 1);

        assertThat(order()).containsExactly(three.id(), two.id(), one.id());
    }

    @Test
    void aliveGoesBeforeTheUnknown() {
        pool.replace(List.of(one, two, three));
        fail(one, 1);
        work(three);

        assertThat(order()).startsWith(two.id(), three.id());
    }

    @Test
    void currentStaysFirstWhateverElseWorks() {
        pool.replace(List.of(one, two, three));
        fail(one, 1);
        work(two);
        work(one);

        assertThat(order()).containsExactly(two.id(), one.id(), three.id());
    }

    @Test
    void preferredGoesFirst() {
        pool.replace(List.of(one, two, three));
        work(one);
        pool.prefer(three.id());

        assertThat(order()).containsExactly(three.id(), one.id(), two.id());
    }

    @Test
    void preferredThatFailsLosesItsPlace() {
        pool.replace(List.of(one, two, three));
        pool.prefer(three.id());
        fail(three, 1);

        assertThat(order()).containsExactly(one.id(), two.id(), three.id());
    }

    @Test
    void restedOneIsNoLongerBehindTheSuspect() {
        pool.replace(List.of(one, two));
        fail(one, 2);
        fail(two, 1);
        time.advance(Duration.ofSeconds(5));
        pool.refresh();

        assertThat(order()).containsExactly(one.id(), two.id());
    }

    @Test
    void viewIsNotRebuiltBeforeARestEnds() {
        pool.replace(List.of(one, two));
        fail(one, 2);
        PoolView before = pool.view();
        time.advance(Duration.ofMillis(4999));
        pool.refresh();

        assertThat(pool.view()).isSameAs(before);
    }

    @Test
    void orderOfANewListIsTaken() {
        pool.replace(List.of(one, two));
        pool.replace(List.of(one, three, two));

        assertThat(order()).containsExactly(one.id(), three.id(), two.id());
    }

    @Test
    void reportOfAnUnknownIdIsIgnored() {
        pool.replace(List.of(one));
        pool.report(new Evidence(EngineWorld.name(two), Optional.empty(), new Outcome.Failed(DEAD)));

        assertThat(pool.statuses()).isEmpty();
    }

    @Test
    void reportThatMovesNothingKeepsTheView() {
        pool.replace(List.of(one, two));
        work(one);
        PoolView before = pool.view();
        work(one);

        assertThat(pool.view()).isSameAs(before);
    }

    @Test
    void selectorTakesTheBestThatWasNotTried() {
        pool.replace(List.of(one, two, three));

        assertThat(Selector.BEST.select(pool.view(), EngineWorld.PAGE, Set.of(one.id()))).contains(two.id());
        assertThat(Selector.BEST.select(pool.view(), EngineWorld.PAGE, Set.of(one.id(), two.id(), three.id())))
                .isEmpty();
    }

    @Test
    void longListCostsUpstreamsOnlyForItsCandidates() {
        pool.replace(longList());

        assertThat(pool.view().ranked()).hasSize(PoolView.MAX_CANDIDATES);
        assertThat(made).hasSize(PoolView.MAX_CANDIDATES);
    }

    @Test
    void longListReplacedByItselfMakesAndClosesNothing() {
        List<ListEntry> list = longList();
        pool.replace(list);
        pool.replace(list);

        assertThat(made).hasSize(PoolView.MAX_CANDIDATES).allMatch(upstream -> upstream.closings() == 0);
    }

    @Test
    void downedCandidatesGiveWayToThoseBehind() {
        List<ListEntry> list = longList();
        pool.replace(list);
        list.subList(0, 10).forEach(each -> fail(each, 1));

        assertThat(order()).hasSize(PoolView.MAX_CANDIDATES).startsWith(list.get(10).id())
                .doesNotContain(list.getFirst().id());
    }

    @Test
    void repeatedIdLeavesNoUpstreamBehind() {
        ListEntry again = new ListEntry(one.id(), two.endpoint(), "again", one.tags(), false, one.sources(),
                one.unknown());
        pool.replace(List.of(one));
        pool.replace(List.of(one, again));
        pool.replace(List.of());

        assertThat(made).allMatch(upstream -> upstream.closings() == 1);
    }

    private static List<ListEntry> longList() {
        List<ListEntry> list = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            HostPort server = new HostPort("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, 1080);
            list.add(ListEntry.of(new Socks5Endpoint(server, Optional.empty()), "", "test"));
        }
        return list;
    }

    private FakeUpstream make(Endpoint endpoint) {
        made.add(new FakeUpstream(time));
        return made.getLast();
    }

    private List<EndpointId> order() {
        return pool.view().ranked().stream().map(Candidate::id).toList();
    }

    private void work(ListEntry... entries) {
        Arrays.stream(entries).forEach(each -> pool.report(
                new Evidence(EngineWorld.name(each), Optional.empty(), new Outcome.Opened(Duration.ofMillis(1)))));
    }

    private void fail(ListEntry entry, int times) {
        for (int i = 0; i < times; i++) {
            pool.report(new Evidence(EngineWorld.name(entry), Optional.empty(), new Outcome.Failed(DEAD)));
        }
    }
}
