package org.byway.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CensorTest {
    private static final String SITE = "site.example";

    private final LoopbackServer echo = new LoopbackServer(LoopbackServer.Temper.ECHO);
    private final Sites sites = (host, port) -> new InetSocketAddress(
            InetAddress.ofLiteral(echo.address().host()), echo.address().port());
    private final FaultyUpstream near = new FaultyUpstream("127.1.0.1", new Socks5Speech(), sites, Duration.ZERO);
    private final FaultyUpstream far = new FaultyUpstream("127.2.0.1", new Socks5Speech(), sites, Duration.ZERO);
    private final FaultyUpstream sealed = new FaultyUpstream("127.1.0.2", new ShadowsocksSpeech(), sites,
            Duration.ZERO);
    private final Censor censor = new Censor(List.of(near, far, sealed));

    CensorTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        near.close();
        far.close();
        sealed.close();
        echo.close();
    }

    @Test
    void prefixIsDead() throws IOException {
        censor.decree(new Censor.Prefix("127.1.", Temper.REFUSED));

        assertThatThrownBy(() -> Client.connected(near)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Client.connected(sealed)).isInstanceOf(IOException.class);
        assertEchoes(Client.through(far, SITE));
    }

    @Test
    void protocolIsReset() throws IOException {
        censor.decree(new Censor.Protocol(Censor::looksLikeSocks5, Temper.RESETS));

        assertThatThrownBy(() -> Client.through(near, SITE)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> Client.through(far, SITE)).isInstanceOf(SocketException.class);
        assertEchoes(Client.sealed(sealed, SITE));
    }

    @Test
    void protocolWithoutALookIsFrozen() throws IOException {
        censor.decree(
                new Censor.Protocol(Censor::looksLikeNothing, new Temper.SilentAfter(Temper.Point.ACCEPTED)));

        try (Client client = Client.sealed(sealed, SITE)) {
            assertThat(client.send(new byte[600]).isMetWithSilence()).isTrue();
        }
        assertEchoes(Client.through(near, SITE));
    }

    @Test
    void bytesAreCounted() throws IOException {
        censor.decree(new Censor.Bytes(16 * 1024));

        try (Client client = Client.connected(far)) {
            client.offer().request(SITE).send(new byte[64 * 1024]);
            assertThat(client.countBytes()).isEqualTo(16 * 1024);
        }
    }

    @Test
    void everythingPassesWhenDecreesAreRepealed() throws IOException {
        censor.decree(new Censor.Prefix("127.1.", Temper.REFUSED));
        censor.decree(new Censor.Protocol(Censor::looksLikeSocks5, Temper.RESETS));

        censor.repeal();

        assertEchoes(Client.through(near, SITE));
        assertEchoes(Client.sealed(sealed, SITE));
    }

    @Test
    void textAndTlsLookLikeSomething() {
        assertThat(Censor.looksLikeNothing("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(Censor.looksLikeTls(new byte[]{22, 3, 1, 2, 0, 1})).isTrue();
        assertThat(Censor.looksLikeNothing(new byte[]{22, 3, 1, 2, 0, 1, (byte) 0xff, (byte) 0xff})).isFalse();
    }

    private static void assertEchoes(Client through) throws IOException {
        try (Client client = through) {
            assertThat(client.send("hello").readText(5)).isEqualTo("hello");
        }
    }
}
