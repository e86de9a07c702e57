package org.byway.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ShadowsocksSpeechTest {
    private static final String SITE = "site.example";

    private final LoopbackServer echo = new LoopbackServer(LoopbackServer.Temper.ECHO);
    private final FaultyUpstream upstream;

    ShadowsocksSpeechTest() throws IOException {
        upstream = new FaultyUpstream("127.1.0.1", new ShadowsocksSpeech(),
                (host, port) -> new InetSocketAddress(InetAddress.ofLiteral(echo.address().host()),
                        echo.address().port()),
                Duration.ZERO);
    }

    @AfterEach
    void close() throws IOException {
        upstream.close();
        echo.close();
    }

    @Test
    void healthyOneCarriesBytesBothWays() throws IOException {
        try (Client client = Client.sealed(upstream, SITE)) {
            assertThat(client.send("hello").readText(5)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "GRANTED"})
    void silenceIsMet(Temper.Point point) throws IOException {
        upstream.strike(new Temper.SilentAfter(point));

        try (Client client = Client.sealed(upstream, SITE)) {
            assertThat(client.send("hello").isMetWithSilence()).isTrue();
        }
    }

    @Test
    void unknownPasswordIsMetWithSilence() throws IOException {
        upstream.strike(Temper.REFUSES_LOGIN);

        try (Client client = Client.sealed(upstream, SITE)) {
            assertThat(client.send("hello").isMetWithSilence()).isTrue();
        }
    }

    @Test
    void garbageCannotBeOpened() throws IOException {
        upstream.strike(Temper.GARBAGE);

        try (Client client = Client.sealed(upstream, SITE)) {
            assertThatThrownBy(client::readByte).isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);
        }
    }

    @Test
    void destinationThatCannotBeReachedIsAnEndedConnection() throws IOException {
        upstream.strike(new Temper.CannotReach(SITE));

        try (Client client = Client.sealed(upstream, SITE)) {
            assertThatThrownBy(() -> client.readExactly(1)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void firstAnswerIsLate() throws IOException {
        upstream.strike(new Temper.Late(Duration.ofMillis(400)));

        try (Client client = Client.sealed(upstream, SITE)) {
            assertThat(client.send("hello").isMetWithSilence()).isTrue();
            assertThat(client.readText(5)).isEqualTo("hello");
        }
    }

    @Test
    void whatHasNoWordInTheProtocolIsNotKnown() {
        assertThat(upstream.speech().knows(Temper.GENERAL_FAILURE)).isFalse();
        assertThat(upstream.speech().knows(new Temper.SilentAfter(Temper.Point.METHODS_OFFERED))).isFalse();
        assertThat(upstream.speech().knows(new Temper.FreezesAfter(0))).isTrue();
    }
}
