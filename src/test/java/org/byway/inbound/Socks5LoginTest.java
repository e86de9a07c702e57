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
import org.byway.net.Flow;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Socks5LoginTest {
    private static final Optional<Login> LOGIN = Optional.of(new Login("me", Secret.of("pw")));
    private static final String GREETING = "05020002";
    private static final String SHOWN = "0102" + "6d65" + "02" + "7077";
    private static final String REQUEST = "050100010102030401bb";
    private static final String ALL = GREETING + SHOWN + REQUEST;

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();

    static IntStream everyBoundary() {
        return IntStream.range(1, ALL.length() / 2);
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void loginSplitAnywhereIsRead(int at) {
        FakeFlows flows = begin(LOGIN);
        send(ALL.substring(0, 2 * at));
        send(ALL.substring(2 * at));

        assertThat(answered(channel)).isEqualTo("0502" + "0100");
        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("1.2.3.4", 443));
    }

    /** Another user, another password, a longer and an empty one. */
    @ParameterizedTest
    @ValueSource(strings = {"01026d66027077", "01026d65027078", "01026d6503707777", "01026d6500", "010000"})
    void wrongLoginIsRefused(String shown) {
        FakeFlows flows = begin(LOGIN);
        send(GREETING + shown + REQUEST);

        assertThat(answered(channel)).isEqualTo("0502" + "0101");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
        assertThat(flows.opened).isEmpty();
    }

    @Test
    void programWithoutALoginIsRefusedWhereOneIsSet() {
        begin(LOGIN);
        send("050100");

        assertThat(answered(channel)).isEqualTo("05ff");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @Test
    void noLoginIsPreferredWhereNoneIsSet() {
        begin(Optional.empty());
        send("05020200");

        assertThat(answered(channel)).isEqualTo("0500");
    }

    /** A program that offers only a login, with a password and without. */
    @ParameterizedTest
    @ValueSource(strings = {SHOWN, "01026d6500", "010000"})
    void anyLoginIsTakenWhereNoneIsSet(String shown) {
        FakeFlows flows = begin(Optional.empty());
        send("050102" + shown + REQUEST);

        assertThat(answered(channel)).isEqualTo("0502" + "0100");
        assertThat(flows.opened).hasSize(1);
    }

    @Test
    void loginOfAnotherVersionIsClosed() {
        begin(LOGIN);
        send(GREETING + "05026d65027077");

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    private FakeFlows begin(Optional<Login> login) {
        FakeFlows flows = FakeFlows.waiting();
        channel.pipeline().addLast(new Socks5RequestHandler(flows.reception(Duration.ofSeconds(10), login)));
        return flows;
    }

    private void send(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }
}
