package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.inbound.FakeFlows.answered;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Socks4RequestHandlerTest {
    private static final String PLAIN = "040100500102030475736572" + "00";
    private static final String NAMED = "040101bb00000001" + "00" + "612e6578616d706c65" + "00";
    private static final String YES = "005a000000000000";
    private static final String NO = "005b000000000000";

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();

    static IntStream everyBoundaryOfPlain() {
        return IntStream.range(1, PLAIN.length() / 2);
    }

    static IntStream everyBoundaryOfNamed() {
        return IntStream.range(1, NAMED.length() / 2);
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @ParameterizedTest
    @MethodSource("everyBoundaryOfPlain")
    void addressSplitAnywhereIsRead(int at) {
        FakeFlows flows = begin(FakeFlows.waiting());
        send(PLAIN.substring(0, 2 * at));
        assertThat(flows.opened).isEmpty();
        send(PLAIN.substring(2 * at));

        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("1.2.3.4", 80));
    }

    @ParameterizedTest
    @MethodSource("everyBoundaryOfNamed")
    void nameSplitAnywhereIsRead(int at) {
        FakeFlows flows = begin(FakeFlows.waiting());
        send(NAMED.substring(0, 2 * at));
        assertThat(flows.opened).isEmpty();
        send(NAMED.substring(2 * at));

        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("a.example", 443));
    }

    @Test
    void payloadGluedToTheRequestIsKeptForTheReader() {
        begin(FakeFlows.welcoming());
        send(NAMED + "6869");

        assertThat(answered(channel)).isEqualTo(YES);
        assertThat(FakeFlows.payload(channel)).isEqualTo("hi");
    }

    @Test
    void failureIsAnswered() {
        begin(new FakeFlows(flow -> flow.reply().failed(DialException.noUpstream())));
        send(PLAIN);

        assertThat(answered(channel)).isEqualTo(NO);
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    /** BIND, port 0, a name of dots, an empty name. */
    @ParameterizedTest
    @ValueSource(strings = {"0402005001020304" + "00", "0401000001020304" + "00", "0401005000000001002e2e00",
            "04010050000000010000"})
    void whatCannotBeServedIsRefused(String request) {
        FakeFlows flows = begin(FakeFlows.waiting());
        send(request);

        assertThat(answered(channel)).isEqualTo(NO);
        assertThat(flows.opened).isEmpty();
    }

    @Test
    void longestUserAndNameAreRead() {
        FakeFlows flows = begin(FakeFlows.waiting());
        send("0401005000000001" + "75".repeat(255) + "00" + "61".repeat(255) + "00");

        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("a".repeat(255), 80));
    }

    /** A user, and a name, that have no end where they have to. */
    @ParameterizedTest
    @ValueSource(strings = {"", "00"})
    void endlessTextIsRefused(String before) {
        begin(FakeFlows.waiting());
        send("0401005000000001" + before + "75".repeat(255));
        assertThat(channel.isOpen()).isTrue();
        send("75");

        assertThat(answered(channel)).isEqualTo(NO);
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @Test
    void passwordCannotBeShownAndSoNothingIsServed() {
        FakeFlows flows = FakeFlows.waiting();
        Login login = new Login("user", Secret.of("x"));
        channel.pipeline()
                .addLast(new Socks4RequestHandler(flows.reception(Duration.ofSeconds(10), Optional.of(login))));
        send(PLAIN);

        assertThat(answered(channel)).isEqualTo(NO);
        assertThat(flows.opened).isEmpty();
    }

    private FakeFlows begin(FakeFlows flows) {
        channel.pipeline()
                .addLast(new Socks4RequestHandler(flows.reception(Duration.ofSeconds(10))));
        return flows;
    }

    private void send(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }
}
