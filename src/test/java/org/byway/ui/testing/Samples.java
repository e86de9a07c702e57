package org.byway.ui.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.byway.engine.Activity;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.Selection;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.net.TrafficMeter.Traffic;

/** Lists and snapshots as a real run would give them. */
public final class Samples {
    public static final HostPort LISTENING = new HostPort("127.0.0.1", 1080);
    public static final Instant NOW = Instant.parse("2026-05-04T18:32:10Z");
    public static final ListEntry AMSTERDAM = entry(1, "Amsterdam", "friends.txt",
            new Socks5Endpoint(new HostPort("198.51.100.24", 1080), Optional.of(Login.of("anna", "hunter2"))));
    public static final ListEntry OSLO = entry(2, "Oslo, the library", "friends.txt",
            new HttpProxyEndpoint(new HostPort("proxy.oslo.example", 3128), Optional.empty()));
    public static final ListEntry KEPT = entry(3, "Сервер Кати", "pasted",
            new UnsupportedEndpoint(new HostPort("203.0.113.80", 443), "vless", Secret.of("vless://secret@host")));
    public static final EndpointList THREE = new EndpointList(List.of(AMSTERDAM, OSLO, KEPT));
    private static final Reason.Failed SILENT = new Reason.Failed(named(AMSTERDAM), Stage.CONNECT, Fault.SILENT);
    private static final Reason.Failed REFUSED = new Reason.Failed(named(OSLO), Stage.CONNECT, Fault.REFUSED);

    private Samples() {}

    public static EndpointId id(int number) {
        return new EndpointId(("0000000000" + number).substring(Integer.toString(number).length()));
    }

    public static ListEntry entry(int number, String name, String source, Endpoint endpoint) {
        return new ListEntry(id(number), endpoint, name, Collections.emptySortedSet(), false, only(source), Map.of());
    }

    public static ListEntry numbered(int number) {
        Endpoint endpoint = new Socks5Endpoint(
                new HostPort("10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256, 1080),
                Optional.empty());
        return entry(number, "Volunteer " + number, "volunteers.txt", endpoint);
    }

    public static EndpointList many(int count) {
        return new EndpointList(IntStream.rangeClosed(1, count).mapToObj(Samples::numbered).toList());
    }

    public static EngineSnapshot connecting() {
        return snapshot(State.CONNECTING, new Reason.FirstChoice(), Optional.empty());
    }

    public static EngineSnapshot on() {
        return snapshot(State.ON, SILENT, Optional.empty());
    }

    public static EngineSnapshot trouble() {
        return snapshot(State.TROUBLE, SILENT, Optional.of(new Reason.AllFailed(REFUSED)));
    }

    /** Moved away from one that filters have frozen. */
    public static EngineSnapshot frozen() {
        Reason frozen = new Reason.Stalled(named(AMSTERDAM), Stall.FREEZES, 16_384);
        return withActivity(snapshot(State.ON, frozen, Optional.empty()), story(
                new EngineEvent.Moved(named(AMSTERDAM), named(OSLO), frozen)));
    }

    /** Nothing answers any more. */
    public static EngineSnapshot allSilent() {
        Reason silent = new Reason.AllFailed(new Reason.Failed(named(OSLO), Stage.CONNECT, Fault.SILENT));
        return withActivity(snapshot(State.TROUBLE, SILENT, Optional.of(silent)), story(new EngineEvent.Down(silent),
                new EngineEvent.Moved(named(AMSTERDAM), named(OSLO), SILENT)));
    }

    /** This computer has no network. */
    public static EngineSnapshot offline() {
        Reason down = new Reason.OwnNetworkDown();
        return withActivity(snapshot(State.TROUBLE, SILENT, Optional.of(down)), story(new EngineEvent.Down(down)));
    }

    public static EngineSnapshot taken() {
        return new EngineSnapshot(State.TROUBLE, Strategy.DEFAULT, Optional.empty(), Optional.empty(),
                Optional.of(new Reason.AddressTaken(LISTENING)), Map.of(), Traffic.NONE, List.of());
    }

    public static NamedEndpoint named(ListEntry entry) {
        return new NamedEndpoint(entry.id(), entry.name());
    }

    public static EngineSnapshot withTraffic(EngineSnapshot it, Traffic traffic) {
        return new EngineSnapshot(it.state(), it.strategy(), it.listening(), it.selected(), it.trouble(), it.statuses(),
                traffic,
                it.activity());
    }

    public static EngineSnapshot withActivity(List<Activity> activity) {
        return withActivity(on(), activity);
    }

    private static EngineSnapshot withActivity(EngineSnapshot it, List<Activity> activity) {
        return new EngineSnapshot(it.state(), it.strategy(), it.listening(), it.selected(), it.trouble(), it.statuses(),
                it.traffic(),
                activity);
    }

    /** Of one evening, newest first. */
    public static List<Activity> evening() {
        return List.of(at(0, new EngineEvent.Recovered(named(OSLO))),
                at(40, new EngineEvent.Down(new Reason.AllFailed(REFUSED))),
                at(95, new EngineEvent.Moved(named(AMSTERDAM), named(OSLO), SILENT)),
                at(600, new EngineEvent.Selected(named(AMSTERDAM), new Reason.FirstChoice())),
                at(601, new EngineEvent.Listening(LISTENING)), at(90_000, new EngineEvent.Stopped()));
    }

    /** What was told of late, newest first, after the usual beginning. */
    private static List<Activity> story(EngineEvent... latest) {
        List<Activity> story = new ArrayList<>();
        for (EngineEvent event : latest) {
            story.add(at(story.size() * 45L, event));
        }
        story.addAll(evening().subList(3, 5));
        return story;
    }

    public static Activity at(long secondsAgo, EngineEvent event) {
        return new Activity(NOW.minusSeconds(secondsAgo), event);
    }

    /** As {@link #on()}, when the server in use took so long to answer. */
    public static EngineSnapshot answering(int millis) {
        EngineSnapshot it = on();
        Map<EndpointId, EndpointStatus> statuses = new HashMap<>(it.statuses());
        statuses.computeIfPresent(OSLO.id(), (id, status) -> new EndpointStatus(status.health(),
                Optional.of(Duration.ofMillis(millis)), status.lastUsed(), status.lastFailure()));
        return new EngineSnapshot(it.state(), it.strategy(), it.listening(), it.selected(), it.trouble(), statuses,
                it.traffic(), it.activity());
    }

    private static EngineSnapshot snapshot(State state, Reason why, Optional<Reason> trouble) {
        Map<EndpointId, EndpointStatus> statuses = Map.of(OSLO.id(),
                new EndpointStatus(state == State.ON ? HealthState.ALIVE : HealthState.SUSPECT,
                        Optional.of(Duration.ofMillis(84)), Optional.of(NOW), Optional.empty()),
                AMSTERDAM.id(), new EndpointStatus(HealthState.DOWN, Optional.of(Duration.ofMillis(1240)),
                        Optional.of(NOW.minus(Duration.ofDays(1))), Optional.of(SILENT)));
        return new EngineSnapshot(state, Strategy.DEFAULT, Optional.of(LISTENING),
                Optional.of(new Selection(named(OSLO), why)), trouble,
                statuses, new Traffic(48_200, 1_904_000, state == State.ON ? 14 : 0), evening());
    }

    private static SequencedSet<String> only(String source) {
        return new LinkedHashSet<>(List.of(source));
    }
}
