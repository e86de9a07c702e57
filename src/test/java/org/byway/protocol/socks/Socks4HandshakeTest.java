package org.byway.protocol.socks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.net.Upstream;
import org.byway.protocol.HandshakeWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the bytes of SOCKS4 and 4A. */
class Socks4HandshakeTest {
    private static final Destination TO = Destination.of("localhost", 80);
    private static final String YES = "005a" + "0050" + "01020304";

    static IntStream everyBoundary() {
        return IntStream.rangeClosed(1, YES.length() / 2);
    }

    @Test
    void nameFollowsTheUserId() {
        try (HandshakeWorld world = world(Optional.of(Secret.of("me")), TO)) {
            assertThat(world.sent()).isEqualTo("04010050" + "00000001" + "6d6500" + "6c6f63616c686f737400");
        }
    }

    @Test
    void addressIsSentAsAnAddressWithoutAName() {
        try (HandshakeWorld world = world(Optional.empty(), Destination.of("1.2.3.4", 80))) {
            assertThat(world.sent()).isEqualTo("04010050" + "01020304" + "00");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void replySplitAnywhereIsReadWithThePayloadBehindIt(int at) {
        String all = YES + "6869";
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes(all.substring(0, 2 * at)).comes(all.substring(2 * at));

            assertThat(world.payload()).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void unfinishedReplyIsNotReady(int bytes) {
        try (HandshakeWorld world = world(Optional.empty(), TO)) {
            world.comes(YES.substring(0, 2 * bytes));

            assertThat(world.isReady()).isEqualTo(bytes == YES.length() / 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.example,true,false", "1.2.3.4,true,true", "2001:db8::1,false,false", "0.0.0.7,false,false"})
    void onlyWhatTheProtocolCanSayIsReached(String host, boolean with4a, boolean without) {
        Destination to = Destination.of(host, 80);

        assertThat(upstream(true).reaches(to)).isEqualTo(with4a);
        assertThat(upstream(false).reaches(to)).isEqualTo(without);
    }

    private static Upstream upstream(boolean takesNames) {
        Socks4Endpoint endpoint = new Socks4Endpoint(new HostPort("h", 1), Optional.empty(), takesNames);
        return Socks4Upstream.over((to, loop) -> loop.newPromise(), endpoint, HandshakeWorld.DEADLINE);
    }

    private static HandshakeWorld world(Optional<Secret> userId, Destination to) {
        Socks4Endpoint endpoint = new Socks4Endpoint(new HostPort("server.example", 1080), userId, true);
        return new HandshakeWorld(carrier -> Socks4Upstream.over(carrier, endpoint, HandshakeWorld.DEADLINE), to);
    }
}
