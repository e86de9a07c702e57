package org.byway.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every temper does what it says, on plain sockets. */
@Timeout(30)
class FaultyUpstreamTest {
    private static final String SITE = "site.example";
    private static final int LARGE = 64 * 1024;
    /** The answers to a greeting and a request, which count as bytes like any other. */
    private static final int HANDSHAKE = 12;

    private final LoopbackServer echo = new LoopbackServer(LoopbackServer.Temper.ECHO);
    private final FaultyUpstream upstream;

    FaultyUpstreamTest() throws IOException {
        upstream = new FaultyUpstream("127.1.0.1", new Socks5Speech(), this::find, Duration.ZERO);
    }

    @AfterEach
    void close() throws IOException {
        upstream.close();
        echo.close();
    }

    private InetSocketAddress find(String host, int port) throws UnknownHostException {
        if (host.startsWith("no")) {
            throw new UnknownHostException(host);
        }
        return new InetSocketAddress(InetAddress.ofLiteral(echo.address().host()), echo.address().port());
    }

    @Test
    void healthyOneCarriesBytesBothWays() throws IOException {
        try (Client client = Client.through(upstream, SITE)) {
            assertThat(client.send("hello").readText(5)).isEqualTo("hello");
            assertThat(upstream.accepted()).isEqualTo(1);
        }
    }

    @Test
    void loginIsChecked() throws IOException {
        try (Client right = Client.connected(upstream); Client wrong = Client.connected(upstream)) {
            assertThat(right.offerLogin().logIn("user", "password").readExactly(4)).containsExactly(5, 2, 1, 0);
            assertThat(wrong.offerLogin().logIn("user", "pass").readExactly(4)).containsExactly(5, 2, 1, 1);
        }
    }

    @Test
    void siteSeesTheUpstreamsOwnAddress() throws IOException {
        try (ServerSocket site = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                FaultyUpstream away = new FaultyUpstream("127.7.0.1", new Socks5Speech(),
                        (host, port) -> (InetSocketAddress) site.getLocalSocketAddress(), Duration.ZERO);
                Client client = Client.through(away, SITE);
                Socket seen = site.accept()) {
            assertThat(seen.getInetAddress().getHostAddress()).isEqualTo("127.7.0.1");
            assertThat(client.isMetWithSilence()).isTrue();
        }
    }

    @Test
    void refusedMeansThatNobodyListensUntilItIsHealthyAgain() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.strike(Temper.REFUSED);

        assertThatThrownBy(() -> Client.connected(upstream)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(standing::readByte).isInstanceOf(SocketException.class);
        upstream.strike(Temper.HEALTHY);
        try (Client next = Client.through(upstream, SITE)) {
            assertThat(next.send("hello").readText(5)).isEqualTo("hello");
        }
    }

    @Test
    void droppedSynGoesUnansweredAndWhatStandsFreezesUntilItIsHealthyAgain() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.strike(Temper.SYN_DROPPED);

        assertThatThrownBy(() -> Client.connected(upstream)).isInstanceOf(SocketTimeoutException.class);
        assertThat(standing.send("hello").isMetWithSilence()).isTrue();
        upstream.strike(Temper.HEALTHY);
        assertThat(standing.readText(5)).isEqualTo("hello");
        try (Client next = Client.through(upstream, SITE)) {
            assertThat(next.send("hello").readText(5)).isEqualTo("hello");
        }
        assertThat(upstream.accepted()).isEqualTo(2);
    }

    @Test
    void resetComesAsSoonAsAConnectionIsAccepted() throws IOException {
        upstream.strike(Temper.RESETS);

        assertThatThrownBy(() -> Client.connected(upstream).readByte()).isInstanceOf(SocketException.class);
    }

    @Test
    void resetComesAfterSoManyBytes() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.strike(new Temper.ResetAfter(8 * 1024));

        assertThat(standing.send(new byte[LARGE]).countBytes()).isEqualTo(8 * 1024 - HANDSHAKE);
        assertThatThrownBy(() -> standing.send(new byte[LARGE]).send(new byte[LARGE]))
                .isInstanceOf(SocketException.class);
    }

    @Test
    void closedOneEndsEveryConnection() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.strike(Temper.CLOSES);

        assertThat(standing.readByte()).isEqualTo(-1);
        try (Client client = Client.connected(upstream)) {
            assertThat(client.readByte()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void silenceBeginsAtItsPoint(Temper.Point point) throws IOException {
        upstream.strike(new Temper.SilentAfter(point));

        try (Client client = Client.connected(upstream)) {
            client.offer();
            if (point.compareTo(Temper.Point.METHODS_OFFERED) > 0) {
                assertThat(client.readExactly(2)).containsExactly(5, 0);
                client.request(SITE);
            }
            if (point == Temper.Point.GRANTED) {
                assertThat(client.readExactly(10)[1]).isZero();
                client.send("hello");
            }
            assertThat(client.isMetWithSilence()).isTrue();
        }
    }

    @Test
    void silenceFreezesWhatStands() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.strike(new Temper.SilentAfter(Temper.Point.GRANTED));

        assertThat(standing.send("hello").isMetWithSilence()).isTrue();
    }

    @Test
    void otherTemperForNewConnectionsLeavesWhatStandsAlone() throws IOException {
        Client standing = Client.through(upstream, SITE);

        upstream.become(new Temper.SilentAfter(Temper.Point.ACCEPTED));

        assertThat(standing.send("hello").readText(5)).isEqualTo("hello");
        try (Client next = Client.connected(upstream)) {
            assertThat(next.offer().isMetWithSilence()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 18, 20, 24})
    void freezeLetsExactlySoManyKilobytesPassOnEachConnection(int kilobytes) throws IOException {
        upstream.strike(new Temper.FreezesAfter(kilobytes * 1024L));

        for (int connection = 0; connection < 2; connection++) {
            try (Client client = Client.connected(upstream)) {
                client.offer().request(SITE).send(new byte[LARGE]);
                assertThat(client.countBytes()).isEqualTo(kilobytes * 1024);
            }
        }
    }

    @Test
    void freezeThawsWhenItIsHealthyAgain() throws IOException {
        Client client = Client.through(upstream, SITE);
        upstream.strike(new Temper.FreezesAfter(16 * 1024));
        int before = client.send(new byte[LARGE]).countBytes();

        upstream.strike(Temper.HEALTHY);

        assertThat(client.readExactly(LARGE - before)).hasSize(LARGE - before);
    }

    @Test
    void throttleLetsLittleThrough() throws IOException, InterruptedException {
        Client client = Client.through(upstream, SITE);
        upstream.strike(new Temper.Throttled(1024));
        client.send(new byte[LARGE]);

        long begun = System.nanoTime();
        client.readExactly(512);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(300),
                Duration.ofSeconds(3));
    }

    @Test
    void failureIsReplied() throws IOException {
        upstream.strike(Temper.GENERAL_FAILURE);

        assertThatThrownBy(() -> Client.through(upstream, SITE)).hasMessage("reply 1");
    }

    @Test
    void everyDestinationIsUnreachable() throws IOException {
        upstream.strike(Temper.UNREACHABLE);

        assertThatThrownBy(() -> Client.through(upstream, SITE)).hasMessage("reply 4");
    }

    @Test
    void oneDestinationIsUnreachable() throws IOException {
        upstream.strike(new Temper.CannotReach(SITE));

        assertThatThrownBy(() -> Client.through(upstream, SITE)).hasMessage("reply 4");
        try (Client other = Client.through(upstream, "other.example")) {
            assertThat(other.send("hello").readText(5)).isEqualTo("hello");
        }
    }

    @Test
    void nameThatLeadsNowhereIsUnreachable() {
        assertThatThrownBy(() -> Client.through(upstream, "nowhere.example")).hasMessage("reply 4");
    }

    @Test
    void rightPasswordIsRefused() throws IOException {
        upstream.strike(Temper.REFUSES_LOGIN);

        try (Client client = Client.connected(upstream); Client without = Client.connected(upstream)) {
            assertThat(client.offerLogin().logIn("user", "password").readExactly(4)).containsExactly(5, 2, 1, 1);
            assertThat(without.offer().readExactly(2)).containsExactly(5, 0xff);
        }
    }

    @Test
    void garbageIsNoAnswer() throws IOException {
        upstream.strike(Temper.GARBAGE);

        try (Client client = Client.connected(upstream)) {
            assertThat(client.offer().readExactly(2)[0]).isNotEqualTo((byte) 5);
        }
    }

    @Test
    void answerIsLate() throws IOException {
        upstream.strike(new Temper.Late(Duration.ofMillis(400)));

        try (Client client = Client.connected(upstream)) {
            client.offer().request(SITE).readExactly(2);
            assertThat(client.isMetWithSilence()).isTrue();
            assertThat(client.readExactly(10)[1]).isZero();
        }
    }

    @Test
    void flappingOneIsIllAndHealthyByTurns() throws IOException {
        upstream.strike(new Temper.Flapping(Temper.REFUSED, Duration.ofMillis(80)));

        for (int turn = 0; turn < 2; turn++) {
            eventually("ill", () -> !isReached());
            eventually("healthy", this::isReached);
        }
        upstream.strike(Temper.HEALTHY);
        assertThat(isReached()).isTrue();
    }

    private boolean isReached() {
        try (Client client = Client.through(upstream, SITE)) {
            return client.send("hello").readText(5).equals("hello");
        } catch (IOException ill) {
            return false;
        }
    }

    @Test
    void distanceDelaysEveryRoundTripAndLetsAsMuchThrough() throws IOException {
        int megabytes = 4 << 20;
        echo.become(site -> {
            site.send(site.read(1));
            site.send(new byte[megabytes]);
        });
        try (FaultyUpstream far = new FaultyUpstream("127.1.0.1", new Socks5Speech(), this::find,
                Duration.ofMillis(50)); Client client = Client.through(far, SITE)) {
            long begun = System.nanoTime();
            client.send("!").readExactly(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));

            client.readExactly(megabytes);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void endOfASiteReachesTheClientAfterItsLastByte() throws IOException {
        echo.become(site -> site.send("bye"));

        try (Client client = Client.through(upstream, SITE)) {
            assertThat(client.readText(3)).isEqualTo("bye");
            assertThat(client.readByte()).isEqualTo(-1);
        }
    }

    @Test
    void clientThatGoesLeavesNothingOpen() throws IOException {
        Client.through(upstream, SITE).close();

        eventually("nothing is open", () -> upstream.open() == 0);
    }
}
