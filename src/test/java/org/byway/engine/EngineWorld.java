package org.byway.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.FlowReply;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FakeInbound;
import org.byway.testing.FakeUpstream;
import org.byway.testing.TestScheduler;

/** A whole engine over fake upstreams, in time that stands still until a test moves it. */
@SuppressWarnings("StaticAssignmentOfThrowable") // a dial's failure is a value without a stack trace
public final class EngineWorld implements AutoCloseable {
    public static final HostPort LOCAL = new HostPort("127.0.0.1", 1080);
    public static final Destination PAGE = Destination.of("page.example", 443);
    public static final Duration BUDGET = Duration.ofSeconds(15);
    public static final DialException DEAD = new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED);
    public static final DialException MUTE = new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.SILENT);
    public static final DialException NO_SUCH_PAGE = new DialException(Stage.REQUEST, Blame.DESTINATION, Fault.REFUSED);

    public final TestScheduler time = new TestScheduler();
    public final List<EngineEvent> events = new ArrayList<>();
    public final List<EngineSnapshot> snapshots = new ArrayList<>();
    public final List<FakeInbound> inbounds = new ArrayList<>();
    public final FakeProber prober = new FakeProber(time);
    private Predicate<Endpoint> isSilent = any -> false;
    private final Map<Endpoint, FakeUpstream> upstreams = new HashMap<>();
    public final FakeNetworks networks;
    public final Engine engine;
    private Duration clockIsAhead = Duration.ZERO;
    private Duration slept = Duration.ZERO;

    public EngineWorld() {
        this(new FakeNetworks());
    }

    public EngineWorld(FakeNetworks networks) {
        this.networks = networks;
        networks.running(() -> Optional.of(Duration.between(Instant.EPOCH, time.clock().instant()).plus(slept)));
        engine = new Engine(new Engine.Parts(time.loop(), () -> time.clock().instant().plus(clockIsAhead),
                this::upstream, (outbound, login) -> {
                    inbounds.add(new FakeInbound(outbound).take(new HostPort("127.0.0.1", 1081)));
                    return inbounds.getLast();
                }, prober, networks, networks, BUDGET, new Random(1)));
        engine.listen(events::add);
        engine.follow(snapshots::add);
        time.run();
    }

    /** As on Linux: the monotonic clock stands still, the wall clock and the system's own count do not. */
    public void sleep(Duration time) {
        slept = slept.plus(time);
        setClockAhead(time);
    }

    /** Somebody sets the wall clock. */
    public void setClockAhead(Duration by) {
        clockIsAhead = clockIsAhead.plus(by);
    }

    /** A running engine over these. */
    public static EngineWorld over(ListEntry... entries) {
        return over(new FakeNetworks(), entries);
    }

    public static EngineWorld over(FakeNetworks networks, ListEntry... entries) {
        EngineWorld world = new EngineWorld(networks);
        world.engine.replace(List.of(entries));
        world.start();
        return world;
    }

    public void start() {
        engine.start(new ListenAt.Exactly(LOCAL, Optional.empty()));
        time.run();
    }

    public void replace(ListEntry... entries) {
        engine.replace(List.of(entries));
        time.run();
    }

    public static ListEntry entry(String name) {
        return ListEntry.of(new Socks5Endpoint(new HostPort(name + ".example", 1080), Optional.empty()), name, "test");
    }

    /** These answer nothing from now on, also those that were never used. */
    public void silent(Predicate<Endpoint> which) {
        isSilent = which;
        upstreams.forEach((endpoint, upstream) -> {
            if (which.test(endpoint)) {
                upstream.silent();
            }
        });
    }

    public FakeUpstream of(ListEntry entry) {
        return upstream(entry.endpoint());
    }

    public static NamedEndpoint name(ListEntry entry) {
        return new NamedEndpoint(entry.id(), entry.name());
    }

    public static Reason.Failed failed(ListEntry entry, DialException why) {
        return Reason.Failed.of(name(entry), why);
    }

    /** A program asks for the page. */
    public Request ask() {
        return ask(PAGE);
    }

    public Request ask(Destination to) {
        return ask(to, time.channel());
    }

    /** Of this program, which may have gone meanwhile. */
    public Request ask(Destination to, EmbeddedDuplex client) {
        Request request = new Request(client);
        inbounds.getLast().flows().open(new Flow(to, request.client, request));
        time.run();
        return request;
    }

    /** The newest state, after the time in which it must have been told. */
    public EngineSnapshot state() {
        time.advance(Duration.ofMillis(100));
        return snapshots.getLast();
    }

    /** What was told, but for the traffic. */
    public List<EngineEvent> story() {
        return events.stream().filter(event -> !(event instanceof EngineEvent.TrafficCounted)).toList();
    }

    /** What is told from here on. */
    public void forget() {
        events.clear();
        snapshots.clear();
    }

    public int dials(ListEntry... entries) {
        return Arrays.stream(entries).mapToInt(entry -> of(entry).dials().size()).sum();
    }

    @Override
    public void close() {
        time.close();
    }

    private FakeUpstream upstream(Endpoint endpoint) {
        return upstreams.computeIfAbsent(endpoint, any -> {
            FakeUpstream made = new FakeUpstream(time);
            return isSilent.test(endpoint) ? made.silent() : made;
        });
    }

    /** A program's request, and what it was told. */
    public static final class Request implements FlowReply {
        public final EmbeddedDuplex client;
        public int successes;
        public final List<DialException> failures = new ArrayList<>();

        public Request(EmbeddedDuplex client) {
            this.client = client;
        }

        @Override
        public void succeeded() {
            successes++;
        }

        @Override
        public void failed(DialException why) {
            failures.add(why);
            client.close();
        }

        public boolean isOpen() {
            return successes == 1 && failures.isEmpty();
        }

        public boolean isWaiting() {
            return successes == 0 && failures.isEmpty();
        }
    }
}
