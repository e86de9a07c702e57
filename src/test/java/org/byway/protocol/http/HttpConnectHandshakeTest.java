package org.byway.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.HttpHead;
import org.byway.net.Stage;
import org.byway.protocol.HandshakeWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the texts of RFC 9110, RFC 9112 and RFC 7617. */
class HttpConnectHandshakeTest {
    private static final Destination TO = Destination.of("a.example", 443);
    private static final String YES = "HTTP/1.1 200 Connection established\r\nVia: 1.1 x\r\n\r\n";

    static IntStream everyBoundary() {
        return IntStream.rangeClosed(1, YES.length());
    }

    @Test
    void requestNamesTheDestinationTwice() {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            assertThat(world.sentText()).isEqualTo("CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n");
        }
    }

    @Test
    void ipv6StandsInBrackets() {
        try (HandshakeWorld world = world(Optional.empty(), Destination.of("2001:db8::1", 1))) {
            assertThat(world.sentText()).startsWith("CONNECT [2001:db8::1]:1 HTTP/1.1\r\nHost: [2001:db8::1]:1\r\n");
        }
    }

    /** RFC 7617, section 2 and section 2.1: the examples of the specification. */
    @ParameterizedTest
    @CsvSource({"Aladdin,open sesame,QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "test,123£,dGVzdDoxMjPCow==", "user,'',dXNlcjo="})
    void loginIsBasic(String user, String password, String encoded) {
        try (HandshakeWorld world = world(Optional.of(Login.of(user, password)), TO)) {
            assertThat(world.sentText()).contains("\r\nProxy-Authorization: Basic " + encoded + "\r\n");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void answerSplitAnywhereIsReadWithThePayloadBehindIt(int at) {
        String all = YES + "hi";
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comesText(all.substring(0, at)).comesText(all.substring(at));

            assertThat(world.isReady()).isTrue();
            assertThat(world.payload()).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void unfinishedAnswerIsNotReady(int bytes) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comesText(YES.substring(0, bytes));

            assertThat(world.isReady()).isEqualTo(bytes == YES.length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 204\r\n\r\n", "HTTP/1.1 200 OK\n\n",
            "HTTP/1.1 299 \r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"})
    void everyFormOfYesIsTaken(String answer) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            assertThat(world.comesText(answer).isReady()).isTrue();
        }
    }

    @Test
    void largestHeadIsRead() {
        String begin = "HTTP/1.1 200 OK\r\nX: ";
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comesText(begin + "x".repeat(HttpHead.MAX_BYTES - begin.length() - 4) + "\r\n\r\n");

            assertThat(world.isReady()).isTrue();
        }
    }

    @Test
    void largerHeadIsGarbage() {
        String begin = "HTTP/1.1 200 OK\r\nX: ";
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comesText(begin + "x".repeat(HttpHead.MAX_BYTES - begin.length() - 3) + "\r\n\r\n");

            assertThat(world.failure().fault()).isEqualTo(Fault.GARBAGE);
            assertThat(world.isOpen()).isFalse();
        }
    }

    @Test
    void deadlineNamesTheRequest() {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comesText("HTTP/1.1 200 OK\r\n").passes(HandshakeWorld.DEADLINE);

            assertThat(world.failure()).extracting(DialException::stage, DialException::fault)
                    .containsExactly(Stage.REQUEST, Fault.SILENT);
        }
    }

    private static HandshakeWorld world(Optional<Login> login, Destination to) {
        HttpProxyEndpoint endpoint = new HttpProxyEndpoint(new HostPort("proxy.example", 3128), login);
        return new HandshakeWorld(carrier -> HttpProxyUpstream.over(carrier, endpoint, HandshakeWorld.DEADLINE), to);
    }
}
