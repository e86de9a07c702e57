package org.byway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.probing.FetchProber;
import org.byway.fetch.WebAddress;
import org.byway.inbound.InboundSettings;
import org.byway.inbound.MixedInbound;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;
import org.byway.model.network.NetworkSight;
import org.byway.net.Deadlines;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.protocol.Protocols;
import org.byway.testing.Conversation;
import org.byway.testing.DatagramPath;
import org.byway.testing.DatagramPath.Rule;
import org.byway.testing.RecordingDialer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole road over real sockets, with a tunnel whose path is bad in one of the ways in which networks are. */
class TunnelFaultsTest {
    private static final int TRANSPORT = 4;
    private static final int KEEPALIVE = 32;
    private static final WebAddress TARGET = new WebAddress(false, PracticeNetwork.PAGE.address(), Secret.of("/"),
            Optional.empty());
    private static final Rule SILENT = Rule.NONE;
    private static final Rule NO_DATA = (isFromClient, length, type) -> type != TRANSPORT || length == KEEPALIVE;
    private static final Rule NO_ANSWERS = (isFromClient, length, type) -> isFromClient || type != TRANSPORT;

    private final EventLoops loops = new EventLoops();
    private final EventExecutor thread = new DefaultEventExecutor();
    private final RecordingDialer servers = new RecordingDialer(new ServerDialer(Duration.ofSeconds(1)));
    private final Protocols protocols = new Protocols(Deadlines.DEFAULT, loops::next);
    private final Engine engine = new Engine(new Engine.Parts(thread, InstantSource.system(),
            endpoint -> protocols.create(endpoint, servers, new ServerPacketDialer()),
            (outbound, login) -> new MixedInbound(loops, outbound,
                    new InboundSettings(Duration.ofSeconds(5), login, 1000)),
            new FetchProber(loops.group(), () -> List.of(TARGET)),
            () -> CompletableFuture.completedStage(NetworkSight.NOTHING), NetworkMemory.NONE, Duration.ofSeconds(15),
            new Random(1)));
    private final PracticeTunnel tunnel = new PracticeTunnel("tunnel", loops);
    private final PracticeUpstream proxy = new PracticeUpstream("proxy", loops);
    private final List<DatagramPath> paths = new ArrayList<>();
    private HostPort forwarder = new HostPort("127.0.0.1", 1);

    static List<Rule> blocks() {
        return List.of(SILENT, NO_DATA, NO_ANSWERS);
    }

    @AfterEach
    void stop() {
        engine.stop().toCompletableFuture().join();
        tunnel.fail();
        proxy.fail();
        paths.forEach(DatagramPath::close);
        loops.close();
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void pageComesThroughTheTunnelAndNothingCrossesOutsideIt() throws IOException {
        start(List.of(tunnelOver(Rule.ALL), proxy()));

        assertThat(page()).contains("through <b>tunnel");
        assertThat(servers.dialled()).as("streams to servers").isEmpty();
        assertThat(paths.getFirst().seen()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void programSeesThePageThoughTheTunnelIsBlockedFromTheBeginning(Rule block) throws IOException {
        start(List.of(tunnelOver(block), proxy()));

        assertThat(page()).contains("through <b>proxy");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void programSeesThePageThoughTheTunnelIsBlockedAfterItWorked(Rule block) throws IOException {
        start(List.of(tunnelOver(Rule.ALL), proxy()));
        assertThat(page()).contains("through <b>tunnel");
        paths.getFirst().become(block);

        assertThat(page()).contains("through <b>proxy");
        assertThat(page()).contains("through <b>proxy");
    }

    /** Three tunnels share the fate of UDP: the proxy's turn comes before all of them were tried one after the other. */
    @Test
    void pageComesThroughTheProxyWhereUdpIsBlockedAltogether() throws IOException {
        start(List.of(tunnelOver(SILENT), tunnelOver(SILENT), tunnelOver(SILENT), proxy()));
        long begun = System.nanoTime();

        assertThat(page()).contains("through <b>proxy");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void pagesComeThroughATunnelThatLosesEveryTenthDatagram() throws IOException {
        AtomicInteger count = new AtomicInteger();
        start(List.of(tunnelOver((isFromClient, length, type) -> count.getAndIncrement() % 10 > 0)));
        for (int i = 0; i < 10; i++) {
            assertThat(page()).contains("through <b>tunnel");
        }
    }

    @Test
    void pageComesThroughATunnelWhoseLongDatagramsAreDropped() throws IOException {
        start(List.of(tunnelOver((isFromClient, length, type) -> length <= 1200)));

        assertThat(page()).contains("through <b>tunnel");
    }

    private void start(List<ListEntry> entries) {
        engine.replace(entries);
        forwarder = engine.start(new ListenAt.Preferably(forwarder, Optional.empty())).toCompletableFuture().join();
    }

    private ListEntry proxy() {
        proxy.openFirst();
        return ListEntry.of(proxy.endpoint(), "proxy", "test");
    }

    private ListEntry tunnelOver(Rule rule) {
        if (paths.isEmpty()) {
            tunnel.openFirst();
        }
        WireGuardEndpoint direct = (WireGuardEndpoint) tunnel.endpoint();
        DatagramPath path = new DatagramPath(direct.server()).become(rule);
        paths.add(path);
        WireGuardPeer peer = direct.peers().getFirst();
        WireGuardPeer behind = new WireGuardPeer(path.address(), peer.publicKey(), peer.presharedKey(),
                peer.allowedIps(), peer.keepalive(), peer.reserved());
        return ListEntry.of(new WireGuardEndpoint(direct.privateKey(), direct.addresses(), direct.resolvers(),
                direct.mtu(), List.of(behind), direct.amnezia()), "", "test");
    }

    private String page() throws IOException {
        Destination to = PracticeNetwork.PAGE;
        try (Conversation program = Conversation.with(forwarder)) {
            program.send("\5\1\0").read(2);
            program.send("\5\1\0\3" + (char) to.host().length() + to.host() + "\0" + (char) to.port());
            program.read(10);
            program.send("GET / HTTP/1.1\r\nHost: practice.byway\r\nConnection: close\r\n\r\n");
            return new String(program.readToEnd(), StandardCharsets.UTF_8);
        }
    }
}
