package org.byway.protocol.socks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.protocol.HandshakeWorld;
import org.byway.testing.FakePackets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the bytes of RFC 1928 and RFC 1929. */
class Socks5HandshakeTest {
    private static final Optional<Login> LOGIN = Optional.of(Login.of("user", "pass"));
    private static final Destination TO = Destination.of("localhost", 80);
    private static final String REQUEST = "05010003096c6f63616c686f73740050";
    private static final String YES_TO_NAME = "0500000303616263" + "1234";

    static IntStream everyBoundary() {
        return IntStream.rangeClosed(1, YES_TO_NAME.length() / 2);
    }

    @Test
    void openingWithoutALoginWaitsForEachAnswer() {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            assertThat(world.sent()).isEqualTo("050100");
            assertThat(world.comes("0500").sent()).isEqualTo(REQUEST);
            assertThat(world.comes("05000001" + "0a000001" + "1f90").isReady()).isTrue();
        }
    }

    @Test
    void openingWithALoginWaitsForEachAnswer() {
        try (HandshakeWorld world = world(LOGIN, TO)) {
            assertThat(world.sent()).isEqualTo("05020002");
            assertThat(world.comes("0502").sent()).isEqualTo("010475736572" + "0470617373");
            assertThat(world.comes("0100").sent()).isEqualTo(REQUEST);
        }
    }

    @Test
    void serverMayGoWithoutTheOfferedLogin() {
        try (HandshakeWorld world = world(LOGIN, TO)) {
            world.sent();

            assertThat(world.comes("0500").sent()).isEqualTo(REQUEST);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.4,05010001010203040050", "::1,05010004000000000000000000000000000000010050"})
    void addressIsSentAsAnAddress(String host, String request) {
        try (HandshakeWorld world = world(Optional.empty(), Destination.of(host, 80))) {
            world.sent();

            assertThat(world.comes("0500").sent()).isEqualTo(request);
        }
    }

    @Test
    void longestLoginIsSentWhole() {
        Login longest = Login.of("u".repeat(255), "p".repeat(255));
        try (HandshakeWorld world = world(Optional.of(longest), TO)) {
            world.sent();

            assertThat(world.comes("0502").sent())
                    .isEqualTo("01ff" + "75".repeat(255) + "ff" + "70".repeat(255));
        }
    }

    @Test
    void emptyPasswordIsSentWithLengthZero() {
        try (HandshakeWorld world = world(Optional.of(Login.of("user", "")), TO)) {
            world.sent();

            assertThat(world.comes("0502").sent()).isEqualTo("010475736572" + "00");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void replySplitAnywhereIsReadWithThePayloadBehindIt(int at) {
        String all = YES_TO_NAME + "6869";
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes("0500").comes(all.substring(0, 2 * at)).comes(all.substring(2 * at));

            assertThat(world.isReady()).isTrue();
            assertThat(world.payload()).isEqualTo("hi");
        }
    }

    @Test
    void answersOfAnOpeningWithALoginSplitAnywhereAreRead() {
        String all = "0502" + "0100" + YES_TO_NAME;
        for (int at = 2; at < all.length(); at += 2) {
            try (HandshakeWorld world = world(LOGIN, TO)) {
                world.comes(all.substring(0, at)).comes(all.substring(at));

                assertThat(world.isReady()).as("split at " + at / 2).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void unfinishedReplyIsNotReady(int bytes) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes("0500").comes(YES_TO_NAME.substring(0, 2 * bytes));

            assertThat(world.isReady()).isEqualTo(bytes == YES_TO_NAME.length() / 2);
        }
    }

    @Test
    void everyFormOfBoundAddressIsLeftBehind() {
        for (String bound : new String[]{"0100000000" + "0000", "0300" + "0000", "04" + "00".repeat(16) + "0000"}) {
            try (HandshakeWorld world = world(Optional.empty(), TO)) {
                world.comes("0500").comes("050000" + bound + "6869");

                assertThat(world.payload()).isEqualTo("hi");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0401", "00", "050000020000", "0000"})
    void garbageAtTheReplyFailsCleanly(String reply) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes("0500").comes(reply);

            assertThat(world.failure()).extracting(DialException::stage, DialException::fault)
                    .containsExactly(Stage.REQUEST, Fault.GARBAGE);
            assertThat(world.isOpen()).isFalse();
        }
    }

    /** A login that was not offered must not be given, nor any other method. */
    @ParameterizedTest
    @CsvSource({"0502", "0501", "0580"})
    void methodThatWasNotOfferedIsRefused(String choice) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.sent();
            world.comes(choice);

            assertThat(world.failure().fault()).isEqualTo(Fault.LOGIN_NEEDED);
            assertThat(world.sent()).isEmpty();
        }
    }

    @Test
    void deadlineCoversTheWholeOpening() {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.passes(Duration.ofSeconds(3)).comes("0500").passes(Duration.ofMillis(1999));
            assertThat(world.isOpen()).isTrue();
            world.passes(Duration.ofMillis(1));

            assertThat(world.failure()).extracting(DialException::stage, DialException::fault)
                    .containsExactly(Stage.REQUEST, Fault.SILENT);
            assertThat(world.isOpen()).isFalse();
        }
    }

    @Test
    void deadlineIsOverOnceReady() {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes("0500").comes(YES_TO_NAME).passes(Duration.ofMinutes(5));

            assertThat(world.isOpen()).isTrue();
        }
    }

    private static HandshakeWorld world(Optional<Login> login, Destination to) {
        Socks5Endpoint endpoint = new Socks5Endpoint(new HostPort("server.example", 1080), login);
        return new HandshakeWorld(
                carrier -> Socks5Upstream.over(carrier, FakePackets.none(), endpoint, HandshakeWorld.DEADLINE), to);
    }
}
