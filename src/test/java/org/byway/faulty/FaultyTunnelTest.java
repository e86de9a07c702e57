package org.byway.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.byway.importer.Importers;
import org.byway.model.Destination;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Upstream;
import org.byway.protocol.wireguard.WireGuardUpstream;
import org.byway.testing.ChannelStream;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every temper of a tunnel does what it says, seen by our own client over real datagrams. */
@Timeout(60)
class FaultyTunnelTest {
    private static final Destination SITE = Destination.of("site.example", 443);
    private static final Destination ADDRESS = Destination.of("198.19.0.7", 443);
    private static final int LARGE = 300_000;

    private final LoopbackServer echo = new LoopbackServer(LoopbackServer.Temper.ECHO);
    private final FaultyTunnel tunnel = new FaultyTunnel("127.1.0.1", this::find, Duration.ZERO);
    private final EventLoops loops = new EventLoops();
    private final EventLoop loop = loops.next();
    private final Upstream client = WireGuardUpstream.over(new ServerPacketDialer(),
            (WireGuardEndpoint) Importers.read(tunnel.link(), "test").entries().getFirst().endpoint(),
            Duration.ofSeconds(3), () -> loop);

    FaultyTunnelTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.close().syncUninterruptibly();
        tunnel.close();
        loops.close();
        echo.close();
    }

    private InetSocketAddress find(String host, int port) throws UnknownHostException {
        if (host.startsWith("no")) {
            throw new UnknownHostException(host);
        }
        return new InetSocketAddress(InetAddress.ofLiteral(echo.address().host()), echo.address().port());
    }

    @Test
    void healthyOneCarriesBytesToNamesAndAddresses() throws Exception {
        assertEchoes(dial(SITE), "by name");
        assertEchoes(dial(ADDRESS), "by address");
        assertThat(tunnel.accepted()).isEqualTo(2);
    }

    @Test
    void nameThatLeadsNowhereIsTheDestinationsFault() {
        assertThatThrownBy(() -> dial(Destination.of("nowhere.example", 443))).cause()
                .isInstanceOfSatisfying(DialException.class,
                        why -> assertThat(why.fault()).isEqualTo(Fault.NAME_NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "GRANTED"})
    void silenceStopsWhatFlows(Temper.Point point) throws Exception {
        try (ChannelStream stream = ChannelStream.over(dial(SITE))) {
            assertThat(stream.send("one").receiveText(3)).isEqualTo("one");
            tunnel.strike(new Temper.SilentAfter(point));
            stream.send("two");
            TimeUnit.MILLISECONDS.sleep(500); // that nothing comes is known only by waiting
            assertThat(stream.received()).isEqualTo(3);
            tunnel.strike(Temper.HEALTHY);

            assertThat(stream.receiveText(6)).isEqualTo("onetwo");
        }
    }

    @Test
    void handshakePassesAndDataDoesNot() throws Exception {
        tunnel.strike(new Temper.SilentAfter(Temper.Point.GRANTED));

        assertThat(client.start().await().isSuccess()).isTrue();
        assertThat(tunnel.accepted()).isZero();
    }

    @Test
    void nobodyAnswersTheHandshakeOfOneThatIsGone() throws Exception {
        tunnel.strike(Temper.REFUSED);

        assertThat(client.start().await().isSuccess()).isFalse();
    }

    @Test
    void longDatagramsAreDroppedAndTheStreamGoesOn() throws Exception {
        tunnel.strike(new Temper.DropsLonger(1200));

        assertMovesMuch();
    }

    @Test
    void everyTenthDatagramIsLostAndTheStreamGoesOn() throws Exception {
        tunnel.strike(new Temper.Loses(10));

        assertMovesMuch();
    }

    @Test
    void streamGoesOnWithOneThatHasMoved() throws Exception {
        try (ChannelStream stream = ChannelStream.over(dial(SITE))) {
            assertThat(stream.send("one").receiveText(3)).isEqualTo("one");
            tunnel.strike(Temper.MOVED);
            assertThat(stream.send("two").receiveText(6)).isEqualTo("onetwo");
            TimeUnit.MILLISECONDS.sleep(1200); // until nobody is at the former address

            assertThat(stream.send("three").receiveText(11)).isEqualTo("onetwothree");
        }
    }

    @Test
    void freshProcessKnowsNoSessionAndServesANewOne() throws Exception {
        try (ChannelStream stream = ChannelStream.over(dial(SITE))) {
            assertThat(stream.send("one").receiveText(3)).isEqualTo("one");
            tunnel.strike(Temper.RESTARTED);
            stream.send("two");
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(stream.received()).isEqualTo(3);
        }
        Upstream other = WireGuardUpstream.over(new ServerPacketDialer(),
                (WireGuardEndpoint) Importers.read(tunnel.link(), "test").entries().getFirst().endpoint(),
                Duration.ofSeconds(5), () -> loop);
        assertThat(other.start().await().isSuccess()).isTrue();
        other.close().syncUninterruptibly();
    }

    @Test
    void flappingIsIllAndHealthyByTurns() throws Exception {
        client.start().await();
        tunnel.strike(new Temper.Flapping(Temper.SYN_DROPPED, Duration.ofMillis(300)));

        assertEchoes(dial(SITE), "in the end");
    }

    @Test
    void whatHasNoMeaningForDatagramsIsNotKnown() {
        assertThat(FaultyTunnel.KIND.knows(new Temper.FreezesAfter(0))).isFalse();
        assertThat(FaultyTunnel.KIND.knows(Temper.GENERAL_FAILURE)).isFalse();
        assertThat(FaultyTunnel.KIND.knows(Temper.RESTARTED)).isTrue();
        assertThat(new Socks5Speech().knows(Temper.RESTARTED)).isFalse();
        assertThat(new ShadowsocksSpeech().knows(Temper.MOVED)).isFalse();
    }

    private Channel dial(Destination to) throws Exception {
        return client.streams().dial(to, loop).get(20, TimeUnit.SECONDS);
    }

    private static void assertEchoes(Channel channel, String text) {
        try (ChannelStream stream = ChannelStream.over(channel)) {
            assertThat(stream.send(text).receiveText(text.length())).isEqualTo(text);
        }
    }

    private void assertMovesMuch() throws Exception {
        try (ChannelStream stream = ChannelStream.over(dial(SITE))) {
            byte[] sent = new byte[LARGE];
            new Random(1).nextBytes(sent);
            stream.send(sent);
            eventually(Duration.ofSeconds(30), () -> "all of it comes back",
                    () -> stream.received() == LARGE);
            assertThat(stream.receive(LARGE)).isEqualTo(sent);
        }
    }
}
