package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.byway.engine.network.NetworkMemory;
import org.byway.engine.probing.FetchProber;
import org.byway.fetch.WebAddress;
import org.byway.inbound.InboundSettings;
import org.byway.inbound.MixedInbound;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.network.NetworkSight;
import org.byway.net.Deadlines;
import org.byway.net.EventLoops;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.protocol.Protocols;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.byway.testing.LoopbackServer.Temper;
import org.byway.testing.RecordingDialer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole road over real sockets: a program, the listener, the engine, a protocol, and servers that fail. */
class EngineOverSocketsTest {
    private static final byte[] YES = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final Deadlines DEADLINES = new Deadlines(Duration.ofMillis(300), Duration.ofMillis(300),
            Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final EventLoops loops = new EventLoops();
    private static final WebAddress TARGET = new WebAddress(false, new HostPort("probed.example", 80), Secret.of("/"),
            Optional.empty());

    private final EventExecutor thread = new DefaultEventExecutor();
    private final RecordingDialer servers = new RecordingDialer(new ServerDialer(DEADLINES.connect()));
    private final LoopbackServer one = new LoopbackServer(named("1"));
    private final LoopbackServer two = new LoopbackServer(named("2"));
    private final Protocols protocols = new Protocols(DEADLINES, loops::next);
    private final Engine engine = new Engine(new Engine.Parts(thread, InstantSource.system(),
            endpoint -> protocols.create(endpoint, servers, new ServerPacketDialer()),
            (outbound, login) -> new MixedInbound(loops, outbound,
                    new InboundSettings(DEADLINES.request(), login, 1000)),
            new FetchProber(loops.group(), () -> List.of(TARGET)),
            () -> CompletableFuture.completedStage(NetworkSight.NOTHING), NetworkMemory.NONE, DEADLINES.flow(),
            new Random(1)));
    private HostPort forwarder = new HostPort("127.0.0.1", 1);

    @BeforeEach
    void start() {
        engine.replace(List.of(entry(one), entry(two)));
        forwarder = engine.start(new ListenAt.Preferably(one.address(), Optional.empty())).toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        engine.stop().toCompletableFuture().join();
        one.close();
        two.close();
        loops.close();
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void pageComesThroughTheFirst() throws IOException {
        assertThat(page()).isEqualTo("1");
    }

    @Test
    void pageComesThroughTheSecondOnceTheFirstIsGone() throws IOException {
        page();
        one.close();

        assertThat(page()).isEqualTo("2");
    }

    @Test
    void pageComesThroughTheSecondWhenTheFirstIsSilent() throws IOException {
        one.become(Temper.SILENT);

        assertThat(page()).isEqualTo("2");
    }

    @Test
    void pageComesThroughTheSecondWhenTheFirstTalksNonsense() throws IOException {
        one.become(client -> client.send("220 mail.example ESMTP\r\n").readToEnd());

        assertThat(page()).isEqualTo("2");
    }

    @Test
    void programGetsAnErrorWhenAllAreDownAndNothingElseWasEverDialled() throws IOException {
        one.close();
        two.become(Temper.RESETS);

        assertThat(ask()[1]).isEqualTo((byte) 1);
        assertThat(servers.dialled()).containsExactly(new Destination(one.address()), new Destination(two.address()));
    }

    /** The destination is a server of this computer that would answer, were it ever dialled. */
    @Test
    void destinationItselfIsNeverDialled() throws IOException {
        try (LoopbackServer destination = new LoopbackServer(Temper.ECHO)) {
            one.close();
            two.close();
            ask(destination.address());

            assertThat(destination.accepted()).isZero();
        }
    }

    private String page() throws IOException {
        try (Conversation program = request(new HostPort("127.0.0.1", 80))) {
            assertThat(program.read(YES.length)).isEqualTo(YES);
            return new String(program.read(1), java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    private byte[] ask() throws IOException {
        return ask(new HostPort("127.0.0.1", 80));
    }

    private byte[] ask(HostPort destination) throws IOException {
        try (Conversation program = request(destination)) {
            return program.readToEnd();
        }
    }

    private Conversation request(HostPort destination) throws IOException {
        Conversation program = Conversation.with(forwarder);
        program.send((byte) 5, (byte) 1, (byte) 0).read(2);
        return program.send((byte) 5, (byte) 1, (byte) 0, (byte) 1, (byte) 127, (byte) 0, (byte) 0, (byte) 1,
                (byte) (destination.port() >> 8), (byte) destination.port());
    }

    /** A SOCKS5 server that says its name instead of going anywhere. */
    private static Temper named(String name) {
        return client -> {
            client.read(3);
            client.send((byte) 5, (byte) 0).read(10);
            client.send(Arrays.copyOf(YES, YES.length)).send(name).readToEnd();
        };
    }

    private static ListEntry entry(LoopbackServer server) {
        return ListEntry.of(new Socks5Endpoint(server.address(), Optional.empty()), "", "test");
    }
}
