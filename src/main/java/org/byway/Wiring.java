package org.byway;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.byway.cli.Program;
import org.byway.engine.Engine;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.network.NetworkSense;
import org.byway.engine.probing.FetchProber;
import org.byway.fetch.FetchException;
import org.byway.fetch.FetchLimits;
import org.byway.fetch.HttpFetcher;
import org.byway.fetch.Probe;
import org.byway.fetch.ProbeTargets;
import org.byway.fetch.ProbeVerdict;
import org.byway.fetch.WebAddress;
import org.byway.inbound.InboundSettings;
import org.byway.inbound.MixedInbound;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.NetworkSight;
import org.byway.model.network.RememberedEndpoint;
import org.byway.model.network.RememberedNetworks;
import org.byway.net.Deadlines;
import org.byway.net.EventLoops;
import org.byway.net.LoopGuardDialer;
import org.byway.net.PacketDialer;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.os.ChosenFolder;
import org.byway.os.OpenFiles;
import org.byway.os.OwnNetwork;
import org.byway.os.Surroundings;
import org.byway.os.UserFolders;
import org.byway.practice.PracticeNetwork;
import org.byway.protocol.Protocols;
import org.byway.store.LoadProblem;
import org.byway.store.Loaded;
import org.byway.store.NetworkMemoryStore;
import org.byway.store.Profile;
import org.byway.store.StoreException;
import org.byway.subscription.KnownSources;
import org.byway.subscription.ListImport;
import org.byway.subscription.LiveList;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceReader;
import org.byway.ui.bridge.Desktop;
import org.byway.ui.bridge.ProgramCommands;
import org.byway.ui.shell.WindowParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that constructs and joins everything. */
final class Wiring implements Program {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration PROBE_TIME = Duration.ofSeconds(10);
    private static final Duration PRACTICE_PERIOD = Duration.ofSeconds(5);

    private final EventLoops loops = new EventLoops();
    private final EventExecutor engineThread = new DefaultEventExecutor(new DefaultThreadFactory("byway-engine", true));
    private final AtomicReference<Optional<HostPort>> listening = new AtomicReference<>(Optional.empty());
    private final AtomicReference<List<WebAddress>> probeTargets = new AtomicReference<>(ProbeTargets.usual());
    private final Deadlines deadlines = Deadlines.DEFAULT;
    private final Protocols protocols = new Protocols(deadlines, loops::next);
    private final ProfileNetworks networks = new ProfileNetworks();
    private Optional<PracticeNetwork> practiceNetwork = Optional.empty();
    private List<ListEntry> practice = List.of();

    @Override
    public Engine engine() {
        PacketDialer serverPackets = new ServerPacketDialer();
        StreamDialer servers = servers();
        Engine engine = new Engine(new Engine.Parts(engineThread, InstantSource.system(),
                endpoint -> protocols.create(endpoint, servers, serverPackets),
                (outbound, login) -> new MixedInbound(loops, outbound, inboundSettings(login)),
                new FetchProber(loops.group(), probeTargets::get), networks, networks, deadlines.flow(),
                RandomGenerator.getDefault()));
        engine.follow(snapshot -> listening.set(snapshot.listening()));
        return engine;
    }

    @Override
    public void probeWith(List<WebAddress> targets) {
        probeTargets.set(List.copyOf(targets));
    }

    @Override
    public Function<Endpoint, Optional<ProbeVerdict>> probes(Duration time, Optional<WebAddress> page) {
        return probing(time, page.map(List::of).orElseGet(ProbeTargets::usual));
    }

    private Function<Endpoint, Optional<ProbeVerdict>> probing(Duration time, List<WebAddress> targets) {
        Probe probe = new Probe(loops.group(), time, targets);
        StreamDialer servers = servers();
        return endpoint -> probe.run(endpoint, it -> protocols.create(it, servers, new ServerPacketDialer()));
    }

    @Override
    public Path folder(Optional<Path> chosen) {
        Surroundings here = Surroundings.current();
        return chosen.or(() -> ChosenFolder.kept(here)).orElseGet(() -> UserFolders.profile(here));
    }

    @Override
    public SourceReader sources() {
        HttpFetcher fetcher = new HttpFetcher(new ServerDialer(deadlines.connect()), loops.group(),
                FetchLimits.OF_LISTS);
        return new SourceReader(fetcher, System.in);
    }

    @Override
    public OpenProfile profile(Optional<Path> folder) throws StoreException {
        Profile profile = Profile.open(folder(folder));
        InstantSource clock = InstantSource.system();
        ListImport imports = new ListImport(sources(), profile, clock);
        LiveList list = new LiveList(profile.endpoints());
        List<LoadProblem> problems = new ArrayList<>(list.open());
        Loaded<Settings> settings = profile.settings().load();
        problems.addAll(settings.problems());
        List<WebAddress> targets = ProbeTargets.of(settings.value().probeTargets());
        if (!targets.isEmpty()) {
            probeWith(targets);
        }
        problems.addAll(networks.open(profile.networks()));
        return new OpenProfile(profile.folder(), list, imports,
                new KnownSources(profile.sources(), imports, list, clock), profile.settings(), problems);
    }

    @Override
    public boolean selfTest(PrintWriter out, PrintWriter err) {
        return new SelfTest(this, out, err).run();
    }

    /** Asks for a page as a local program does, through the forwarder; waits for it. */
    byte[] fetchThrough(HostPort forwarder, WebAddress page) throws FetchException {
        Upstream local = protocols.create(new Socks5Endpoint(forwarder, Optional.empty()),
                new ServerDialer(deadlines.connect()), new ServerPacketDialer());
        return new HttpFetcher(local.streams(), loops.group(), FetchLimits.OF_LISTS).fetch(page).body();
    }

    private InboundSettings inboundSettings(Optional<Login> login) {
        return new InboundSettings(deadlines.request(), login, InboundSettings.mostConnections(OpenFiles.most()));
    }

    /** One network however often it is asked for, so that a second press brings no second one. */
    @Override
    public synchronized List<ListEntry> practice() {
        if (practice.isEmpty()) {
            PracticeNetwork network = new PracticeNetwork(loops, PRACTICE_PERIOD);
            practice = network.open();
            practiceNetwork = Optional.of(network);
        }
        return practice;
    }

    private StreamDialer servers() {
        return new LoopGuardDialer(new ServerDialer(deadlines.connect()), listening::get);
    }

    /** With the pages that the person has chosen by now; behind a practice server there is only its own. */
    private Optional<ProbeVerdict> probeNow(Endpoint endpoint) {
        List<WebAddress> pages = isOfPractice(endpoint)
                ? ProbeTargets.of(List.of(PracticeNetwork.ADDRESS))
                : probeTargets.get();
        return probing(PROBE_TIME, pages).apply(endpoint);
    }

    private synchronized boolean isOfPractice(Endpoint endpoint) {
        return practice.stream().anyMatch(it -> it.endpoint().equals(endpoint));
    }

    private void probeWithTexts(List<String> texts) {
        List<WebAddress> targets = ProbeTargets.of(texts);
        probeWith(targets.isEmpty() ? ProbeTargets.usual() : targets);
    }

    /** One that opens nothing outside of itself. */
    WindowParts window(Engine engine, OpenProfile profile, Settings settings) {
        return window(engine, profile, settings, address -> {});
    }

    /** Joins the window's screens to the engine and the profile. */
    WindowParts window(Engine engine, OpenProfile profile, Settings settings, Desktop desktop) {
        ProgramCommands.Outside rest = new ProgramCommands.Outside(this::practice,
                this::probeNow, this::probeWithTexts);
        return new WindowParts(new ProgramCommands(engine, profile, rest),
                watcher -> engine.follow(watcher)::close, profile.list()::follow, settings, desktop);
    }

    /** Ends every thread; what was made here is of no use afterwards. */
    synchronized void close() {
        engineThread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        practiceNetwork.ifPresent(PracticeNetwork::close); // whose streams hold what was not acknowledged yet
        loops.close();
    }

    /** The network that this computer is on, and what the profile remembers of it; without a profile nothing. */
    private static final class ProfileNetworks implements NetworkSense, NetworkMemory {
        private final OwnNetwork network = new OwnNetwork(Surroundings.current());
        private final Executor waiting = work -> Thread.ofVirtual().name("byway-network").start(work);
        private volatile String salt = Long.toHexString(new SecureRandom().nextLong());
        private volatile Optional<NetworkMemoryStore> store = Optional.empty();

        /** Gives what could not be read and was set aside; a profile that remembers nothing is as good as any. */
        List<LoadProblem> open(NetworkMemoryStore memory) {
            try {
                Loaded<RememberedNetworks> loaded = memory.open();
                salt = loaded.value().salt();
                store = Optional.of(memory);
                return loaded.problems();
            } catch (StoreException unusable) {
                LOG.warn("no memory of networks: {}", unusable.toString());
                return List.of();
            }
        }

        @Override
        public CompletionStage<NetworkSight> look() {
            return CompletableFuture.supplyAsync(() -> network.look(salt), waiting);
        }

        @Override
        public CompletionStage<List<RememberedEndpoint>> recall(NetworkIdentity.Known at) {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return store.isPresent() ? store.get().recall(at) : List.of();
                } catch (StoreException unreadable) {
                    LOG.warn("networks are not remembered: {}", unreadable.toString());
                    return List.of();
                }
            }, waiting);
        }

        @Override
        public CompletionStage<Void> keep(NetworkIdentity.Known at, List<RememberedEndpoint> endpoints) {
            return CompletableFuture.runAsync(() -> {
                try {
                    if (store.isPresent()) {
                        store.get().keep(at, endpoints);
                    }
                } catch (StoreException unwritable) {
                    LOG.warn("networks are not kept: {}", unwritable.toString());
                }
            }, waiting);
        }
    }
}
