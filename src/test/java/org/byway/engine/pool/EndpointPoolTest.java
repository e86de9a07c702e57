package org.byway.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.byway.engine.EngineWorld;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Candidate;
import org.byway.engine.choice.PoolView;
import org.byway.engine.choice.Selector;
import org.byway.engine.health.Depth;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.engine.health.Rests;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.testing.FakeUpstream;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.Test;

class EndpointPoolTest {
    private final TestScheduler time = new TestScheduler();
    private final List<FakeUpstream> made = new ArrayList<>();
    private final EndpointPool pool = new EndpointPool(this::make, time.clock(), new Random(1));
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

        assertThat(order()).containsExactly(three.id(), two.id(), one.id());
    }

    @Test
    void currentStaysFirstWhateverElseWorks() {
        pool.replace(List.of(one, two, three));
        fail(one, 1);
        work(two);
        time.advance(Duration.ofSeconds(1));
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
        time.advance(Rests.FIRST.multipliedBy(5).dividedBy(4));
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

    @Test
    void candidatesAreOfUnlikeNetworks() {
        pool.replace(List.of(at("10.1.0.1"), at("10.1.0.2"), at("10.2.0.1"), at("10.1.0.3"), at("10.3.0.1")));

        assertThat(hosts()).containsExactly("10.1.0.1", "10.2.0.1", "10.3.0.1", "10.1.0.2", "10.1.0.3");
    }

    @Test
    void viewOfALongListHoldsEveryNetwork() {
        List<ListEntry> list = longList();
        list.add(at("192.0.2.1"));
        pool.replace(list);

        assertThat(hosts()).contains("192.0.2.1");
    }

    @Test
    void handMadeOrderIsKept() {
        pool.choose(new Strategy.Ordered());
        pool.replace(List.of(at("10.1.0.1"), at("10.1.0.2"), at("10.2.0.1")));

        assertThat(hosts()).containsExactly("10.1.0.1", "10.1.0.2", "10.2.0.1");
    }

    @Test
    void neighboursOfThoseThatFailComeLater() {
        ListEntry first = at("10.1.0.1");
        ListEntry second = at("10.1.0.2");
        pool.replace(List.of(first, second, at("10.1.0.3"), at("10.2.0.1"), at("10.2.0.2")));
        fail(first, 1);
        fail(second, 1);

        assertThat(hosts()).containsExactly("10.2.0.1", "10.2.0.2", "10.1.0.3", "10.1.0.1", "10.1.0.2");
    }

    @Test
    void nextIsUnlikeThoseThatWereTried() {
        ListEntry first = at("10.1.0.1");
        List<ListEntry> all = List.of(first, at("10.1.0.2"), at("10.2.0.1"));
        pool.replace(all);
        work(all.toArray(ListEntry[]::new));

        assertThat(Selector.UNLIKE.select(pool.view(), EngineWorld.PAGE, Set.of(first.id())))
                .contains(all.getLast().id());
    }

    @Test
    void oneSlowMomentIsNoSuspicion() {
        pool.replace(List.of(one, two));
        work(one);
        outrun(one);

        assertThat(health(one)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void twoSlowMomentsWithoutASuccessBetweenAreOne() {
        pool.replace(List.of(one, two));
        work(one);
        outrun(one);
        time.advance(Duration.ofSeconds(1));
        outrun(one);

        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
        assertThat(pool.takeSuspected()).containsExactly(one.id());
        assertThat(pool.takeSuspected()).isEmpty();
    }

    @Test
    void successThatBeganAfterTheSlowMomentForgivesIt() {
        pool.replace(List.of(one, two));
        work(one);
        outrun(one);
        time.advance(Duration.ofSeconds(1));
        work(one);
        outrun(one);

        assertThat(health(one)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void slowMomentOfOneThatNeverWorkedIsASuspicion() {
        pool.replace(List.of(one, two));
        outrun(one);

        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
    }

    @Test
    void frozenOneIsNotTrustedForOpening() {
        pool.replace(List.of(one, two));
        work(one);
        see(one, new Outcome.Stalled(Stall.FREEZES, 2, 16_384));
        time.advance(Duration.ofSeconds(1));
        work(one);
        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
        see(one, new Outcome.Carried(Duration.ofMillis(500)));

        assertThat(health(one)).isEqualTo(HealthState.ALIVE);
    }

    @Test
    void judgedOneSaysWhy() {
        Reason why = new Reason.Stalled(EngineWorld.name(one), Stall.FREEZES, 16_384);
        pool.replace(List.of(one, two));
        work(one);
        pool.judgeDown(one.id(), Depth.CARRYING, why);

        assertThat(health(one)).isEqualTo(HealthState.DOWN);
        assertThat(pool.lastFailure(one.id())).contains(why);
        assertThat(order()).containsExactly(two.id(), one.id());
    }

    @Test
    void slightlyFasterOneMovesNothing() {
        provenAfter(200, 150);

        assertThat(order()).containsExactly(one.id(), two.id());
    }

    @Test
    void muchFasterOneLeadsOnceItIsProven() {
        provenAfter(800, 100);

        assertThat(order()).containsExactly(two.id(), one.id());
    }

    @Test
    void muchFasterOneDoesNotLeadForOneGoodMoment() {
        pool.replace(List.of(one, two));
        opens(one, 800);
        IntStream.range(0, 10).forEach(i -> opens(two, 100));
        pool.refresh();

        assertThat(order()).containsExactly(one.id(), two.id());
    }

    @Test
    void recoveringOneStandsBehindThoseThatWorked() {
        pool.choose(new Strategy.Ordered());
        pool.replace(List.of(one, two));
        work(two);
        fail(one, 2);
        time.advance(Duration.ofSeconds(10));
        work(one);
        assertThat(order()).containsExactly(two.id(), one.id());
        for (int i = 0; i < 2; i++) {
            time.advance(Duration.ofSeconds(6));
            work(one);
        }

        assertThat(order()).containsExactly(one.id(), two.id());
    }

    @Test
    void destinationOfWhichNothingIsKnownHurtsNobody() {
        pool.replace(List.of(one, two));
        work(one, two);
        DialException general = new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE);
        for (int i = 0; i < 50; i++) {
            time.advance(Duration.ofMillis(1200));
            see(one, new Outcome.Failed(general));
            see(two, new Outcome.Failed(general));
        }

        assertThat(List.of(health(one), health(two))).containsOnly(HealthState.ALIVE);
    }

    @Test
    void acquittalWithdrawsNoOtherSuspicion() {
        pool.replace(List.of(one, two));
        DialException general = new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE);
        see(one, new Outcome.Failed(general));
        see(one, new Outcome.Stalled(Stall.FREEZES, 2, 16_384));
        see(two, new Outcome.Failed(general));

        assertThat(health(one)).isEqualTo(HealthState.SUSPECT);
        assertThat(health(two)).isEqualTo(HealthState.UNKNOWN);
    }

    /** Far more than a connection would notice, but less than a list that is looked at as a whole costs. */
    @Test
    void oneOutcomeAmongManyCostsLittle() {
        List<ListEntry> list = longList();
        pool.replace(list);
        list.subList(0, 500).forEach(each -> fail(each, 1));
        long begun = System.nanoTime();
        list.subList(500, 600).forEach(each -> fail(each, 1));

        assertThat(Duration.ofNanos(System.nanoTime() - begun).dividedBy(100)).isLessThan(Duration.ofMillis(10));
    }

    private void provenAfter(long oneMillis, long twoMillis) {
        pool.replace(List.of(one, two));
        for (int i = 0; i < 4; i++) {
            opens(one, oneMillis);
            opens(two, twoMillis);
            time.advance(Duration.ofSeconds(6));
            pool.refresh();
        }
    }

    private void opens(ListEntry entry, long millis) {
        see(entry, new Outcome.Opened(Duration.ofMillis(millis)));
    }

    private void outrun(ListEntry entry) {
        see(entry, new Outcome.Outrun(Stage.CONNECT));
    }

    private void see(ListEntry entry, Outcome outcome) {
        pool.report(new Evidence(EngineWorld.name(entry), Optional.of(EngineWorld.PAGE), outcome));
    }

    private HealthState health(ListEntry entry) {
        return pool.statuses().getOrDefault(entry.id(), EndpointStatus.UNKNOWN).health();
    }

    private List<String> hosts() {
        return pool.view().ranked().stream().map(it -> it.kinship().host()).toList();
    }

    private static ListEntry at(String host) {
        return ListEntry.of(new Socks5Endpoint(new HostPort(host, 1080), Optional.empty()), "", "test");
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
