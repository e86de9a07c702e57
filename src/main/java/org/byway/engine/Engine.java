package org.byway.engine;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.blame.Evidence;
import org.byway.engine.choice.Selector;
import org.byway.engine.health.Depth;
import org.byway.engine.network.MemoryKeeper;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.network.NetworkSense;
import org.byway.engine.network.NetworkWatch;
import org.byway.engine.network.SteadyClock;
import org.byway.engine.opening.FailoverPacketDialer;
import org.byway.engine.opening.FlowOpener;
import org.byway.engine.opening.MeteredPacketDialer;
import org.byway.engine.opening.RivalBudget;
import org.byway.engine.opening.Search;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.pool.PoolMoment;
import org.byway.engine.pool.Strategy;
import org.byway.engine.probing.HeadStart;
import org.byway.engine.probing.HealthMonitor;
import org.byway.engine.probing.PoolSearch;
import org.byway.engine.probing.ProbeWatch;
import org.byway.engine.probing.Prober;
import org.byway.engine.probing.Probing;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.engine.standing.ConnectionBook;
import org.byway.engine.standing.OpenConnection;
import org.byway.engine.standing.StandingStreams;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.network.NetworkIdentity;
import org.byway.net.Inbound;
import org.byway.net.Outbound;
import org.byway.net.PacketDialer;
import org.byway.net.TrafficMeter;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.net.Upstream;

/**
 * The forwarder as the rest of the program sees it: commands are plain calls from any thread that return at once, their
 * result is the next snapshot and the events that follow.
 */
public final class Engine {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);
    private static final Duration SNAPSHOT_PERIOD = Duration.ofMillis(100);

    private final EventExecutor thread;
    private final EndpointPool pool;
    private final EngineState state;
    private final NewsOnly news;
    private final HealthMonitor monitor;
    private final HeadStart headStart;
    private final PoolSearch search;
    private final StandingStreams standing;
    private final NetworkWatch network;
    private final MemoryKeeper keeper;
    private final ConnectionBook book;
    private final TrafficMeter meter = new TrafficMeter();
    private final Function<Optional<Login>, Inbound> inbounds;
    private final Followers<EngineEvent> eventFollowers;
    private final Followers<EngineSnapshot> snapshotFollowers;
    private Optional<Inbound> inbound = Optional.empty();
    private Optional<CompletableFuture<HostPort>> starting = Optional.empty();
    private volatile Selector selector = Strategy.DEFAULT.order().selector();
    private boolean isPublishing;

    /**
     * What an engine is made of.
     *
     * @param thread    owns all state of the engine
     * @param upstreams brings an endpoint to life
     * @param inbounds  makes the listener that feeds the engine, for programs that show the login
     * @param prober    looks through upstreams that no program uses
     * @param sense     looks at this computer's own network
     * @param memory    keeps what was learned, for each network by itself
     * @param budget    for a local program's request, every try included
     * @param random    all chance of the engine: rests, half-lives, who is probed when
     */
    public record Parts(EventExecutor thread, InstantSource clock, Function<Endpoint, Upstream> upstreams,
            BiFunction<Outbound, Optional<Login>, Inbound> inbounds, Prober prober, NetworkSense sense,
            NetworkMemory memory, Duration budget, RandomGenerator random) {}

    public Engine(Parts parts) {
        thread = parts.thread();
        SteadyClock clock = new SteadyClock(parts.clock(), thread.ticker());
        pool = new EndpointPool(parts.upstreams(), clock, parts.random());
        eventFollowers = new Followers<>(thread);
        snapshotFollowers = new Followers<>(thread);
        news = new NewsOnly(new Watch(), clock);
        state = new EngineState(pool, parts.clock(), eventFollowers::tell);
        Probing probing = new Probing(thread, clock, parts.prober(), parts.random());
        Findings findings = new Findings();
        standing = new StandingStreams(news);
        book = new ConnectionBook(parts.clock());
        monitor = new HealthMonitor(probing, pool, findings);
        headStart = new HeadStart(pool);
        search = new PoolSearch(probing, pool, findings);
        keeper = new MemoryKeeper(thread, parts.clock(), pool, parts.memory());
        network = new NetworkWatch(thread, parts.clock(), clock, parts.sense(), pool, new OwnTroubles());
        FlowOpener flows = new FlowOpener(pool, () -> selector, news, search, network, new RivalBudget(), standing,
                book, meter, parts.budget());
        PacketDialer packets = new FailoverPacketDialer(pool, news, network, standing, parts.budget());
        Outbound outbound = new Outbound(flows, new MeteredPacketDialer(packets, meter));
        inbounds = login -> parts.inbounds().apply(outbound, login);
        thread.scheduleAtFixedRate(this::everySecond, SECOND.toMillis(), SECOND.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Listens; where it does already, that goes on. Fails with what the system said where it is not possible, which is
     * then also the state's trouble.
     */
    public CompletionStage<HostPort> start(ListenAt where) {
        CompletableFuture<HostPort> started = new CompletableFuture<>();
        change(() -> state.listening().ifPresentOrElse(started::complete, () -> begin(where, started)));
        return started;
    }

    /** Closes the listener and every connection of local programs, and has kept what was learned when that is done. */
    public CompletionStage<Void> stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        change(() -> inbound.ifPresentOrElse(open -> open.close().addListener(closed -> change(() -> {
            inbound = Optional.empty();
            state.stopped();
            keeper.keep().whenComplete((kept, failure) -> stopped.complete(null));
        })), () -> stopped.complete(null)));
        return stopped;
    }

    /** Takes the list as it is now; what did not change in it goes on undisturbed. */
    public void replace(List<ListEntry> entries) {
        change(() -> state.replaced(entries));
    }

    /** New connections go through this one while it works, and elsewhere while it does not. */
    public void use(EndpointId id) {
        change(() -> state.preferred(id));
    }

    /** New connections are spread over endpoints like this from now on; open ones are left alone. */
    public void choose(Strategy strategy) {
        change(() -> {
            selector = strategy.order().selector();
            state.chosen(strategy);
        });
    }

    /** Tells the state now and after each change, at most ten times a second, on the engine thread. */
    public Following follow(Consumer<EngineSnapshot> follower) {
        return snapshotFollowers.add(follower, () -> follower.accept(state.snapshot()));
    }

    /** The streams of local programs that are open at this moment, newest first; from any thread. */
    public List<OpenConnection> connections() {
        return book.now();
    }

    /** Ends one of them, as if its server had; one that has ended already is left alone. */
    public void close(long connection) {
        book.close(connection);
    }

    /** What went through each endpoint since the start, streams only; from any thread. */
    public Map<EndpointId, Traffic> totals() {
        return book.totals();
    }

    /** Tells every event from now on, on the engine thread. */
    public Following listen(Consumer<EngineEvent> follower) {
        return eventFollowers.add(follower, () -> {});
    }

    /** Looks first which network this is, so that the first program meets what worked there. */
    private void begin(ListenAt where, CompletableFuture<HostPort> started) {
        if (starting.filter(it -> !it.isDone()).isPresent()) {
            starting.get().whenComplete((address, failure) -> {
                if (failure == null) {
                    started.complete(address);
                } else {
                    started.completeExceptionally(failure);
                }
            });
            return;
        }
        starting = Optional.of(started);
        CompletableFuture<Void> looked = network.look().toCompletableFuture().copy();
        thread.schedule(() -> looked.complete(null), LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        looked.thenRun(() -> bind(where, started));
    }

    private void bind(ListenAt where, CompletableFuture<HostPort> started) {
        Inbound next = inbounds.apply(where.login());
        next.bind(where.address()).addListener((Future<HostPort> bound) -> {
            if (bound.cause() instanceof BindException && where instanceof ListenAt.Preferably) {
                next.bindAnywhere(where.address().host())
                        .addListener((Future<HostPort> free) -> bound(next, where.address(), free, started));
            } else {
                bound(next, where.address(), bound, started);
            }
        });
    }

    private void bound(Inbound at, HostPort wanted, Future<HostPort> bound, CompletableFuture<HostPort> started) {
        if (bound.isSuccess()) {
            change(() -> {
                inbound = Optional.of(at);
                state.listening(bound.getNow());
                readyAhead();
                started.complete(bound.getNow());
            });
        } else {
            boolean isTaken = bound.cause() instanceof BindException;
            change(() -> {
                state.cannotListen(isTaken ? new Reason.AddressTaken(wanted) : new Reason.CannotListen(wanted));
                started.completeExceptionally(bound.cause());
            });
        }
    }

    /** Where nothing is known to work. */
    public Search search() {
        return search;
    }

    /** Who is told what traffic shows. */
    public DialWatch watch() {
        return news;
    }

    private void everySecond() {
        pool.refresh();
        network.everySecond(state.listening().isPresent());
        keeper.everySecond();
        if (!network.isDown()) {
            monitor.everySecond();
            readyAhead();
        }
        if (state.traffic(meter.read())) {
            publishSoon();
        }
    }

    /** While nobody is listened to there is nothing to be ready for. */
    private void readyAhead() {
        Stream<EndpointId> inUse = pool.view().best().map(NamedEndpoint::id).stream();
        headStart.ready(state.listening().isEmpty()
                ? List.of()
                : Stream.concat(inUse, monitor.spares().stream()).toList());
    }

    /** By a person, or of the listener; what dials show afterwards is seen in a new light. */
    private void change(Runnable change) {
        learn(() -> {
            change.run();
            news.forget();
            search.forget();
        });
    }

    private void learn(Runnable lesson) {
        thread.execute(() -> {
            lesson.run();
            publishSoon();
        });
    }

    private void publishSoon() {
        if (!isPublishing) {
            isPublishing = true;
            thread.schedule(this::publish, SNAPSHOT_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void publish() {
        isPublishing = false;
        snapshotFollowers.tell(state.snapshot());
    }

    private final class Findings implements ProbeWatch {
        @Override
        public void saw(Evidence evidence) {
            if (network.admits(evidence)) {
                state.saw(evidence);
                search.look();
            }
            publishSoon();
        }

        @Override
        public void judgedDown(EndpointId id, Depth depth, Reason why) {
            if (!network.isDown()) {
                state.judgedDown(id, depth, why);
                standing.close(id);
                publishSoon();
            }
        }

        @Override
        public void searching(int tried) {
            state.searching(tried);
            publishSoon();
        }

        @Override
        public void searchedInVain(Reason.SearchedInVain why) {
            state.searchedInVain(why);
            publishSoon();
        }
    }

    private final class Watch implements DialWatch {
        @Override
        public void saw(Evidence evidence) {
            learn(() -> {
                if (network.admits(evidence)) {
                    state.saw(evidence);
                    monitor.trafficSeen();
                    search.look();
                }
            });
        }

        @Override
        public void gaveUp(Reason.Failed last) {
            learn(() -> state.gaveUp(last));
        }

        @Override
        public void nothingToTry() {
            learn(state::nothingToTry);
        }
    }

    private final class OwnTroubles implements NetworkWatch.Course {
        @Override
        public void cutOff(PoolMoment before) {
            pool.restore(before);
            state.cutOff();
            forget();
        }

        @Override
        public void back() {
            state.back();
            recheck();
        }

        @Override
        public void slept() {
            pool.fade();
            recheck();
        }

        @Override
        public CompletionStage<Void> entered(NetworkIdentity.Known next) {
            return keeper.enter(next).thenRun(() -> {
                state.entered();
                recheck();
            });
        }

        /** The one in use first; the others are known again when they are needed. */
        private void recheck() {
            forget();
            pool.used().ifPresent(monitor::recheck);
        }

        private void forget() {
            news.forget();
            search.forget();
            publishSoon();
        }
    }
}
