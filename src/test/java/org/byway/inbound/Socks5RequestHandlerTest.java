package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.inbound.FakeFlows.answered;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Socks5RequestHandlerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String GREETING = "050100";
    private static final String LOCALHOST_80 = "05010003096c6f63616c686f73740050";
    private static final String GREETED = "0500";
    private static final String YES = "05000001000000000000";

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();

    static IntStream everyBoundary() {
        return IntStream.range(1, (GREETING + LOCALHOST_80).length() / 2);
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void requestSplitAnywhereIsRead(int at) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        String all = GREETING + LOCALHOST_80;
        send(all.substring(0, 2 * at));
        send(all.substring(2 * at));

        assertThat(answered(channel)).isEqualTo(GREETED);
        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("localhost", 80));
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void requestThatEndsAnywhereIsClosedAtTheDeadline(int at) {
        begin(FakeFlows.waiting());
        send((GREETING + LOCALHOST_80).substring(0, 2 * at));
        time.advance(DEADLINE);

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @Test
    void requestInSingleBytesIsRead() {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        for (byte each : ByteBufUtil.decodeHexDump(GREETING + LOCALHOST_80)) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[]{each}));
        }

        assertThat(flows.opened).hasSize(1);
    }

    @Test
    void deadlineDoesNotEndARequestThatWaits() {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send(GREETING + LOCALHOST_80);
        time.advance(DEADLINE.multipliedBy(3));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void payloadGluedToTheRequestIsKeptForTheReader() {
        begin(FakeFlows.welcoming());
        send(GREETING + LOCALHOST_80 + "6869");

        assertThat(answered(channel)).isEqualTo(GREETED + YES);
        assertThat(FakeFlows.payload(channel)).isEqualTo("hi");
    }

    @Test
    void nothingOfTheProtocolStaysInThePipeline() {
        begin(FakeFlows.welcoming());
        send(GREETING + LOCALHOST_80);

        assertThat(channel.pipeline().get(Socks5RequestHandler.class)).isNull();
        assertThat(channel.pipeline().names()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"05020002,0500", "050101,05ff", "050102,0502", "0500,05ff", "0503010203,0502", "0503020100,0500"})
    void methodIsChosenFromTheOffer(String offer, String choice) {
        begin(FakeFlows.waiting());
        send(offer);

        assertThat(answered(channel)).isEqualTo(choice);
        assertThat(FakeFlows.isEnding(channel)).isEqualTo(choice.equals("05ff"));
    }

    /** What is asked, and the REP field of the answer. */
    @ParameterizedTest
    @CsvSource({"05020001010203040050,07", "05030001000000000000,07", "05ff0001010203040050,07",
            "05010002010203040050,08", "050100ff,08", "05010001010203040000,01", "0501000303616263" + "0000,01",
            "0501000300" + "0050,01", "05010003036100620050,01", "05010003022e2e0050,01", "05010003016" + "10000,01",
            "0501000302c3280050,01"})
    void whatCannotBeServedIsRefusedWithItsCode(String request, String code) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send(GREETING + request);

        assertThat(answered(channel)).startsWith(GREETED + "05" + code);
        assertThat(FakeFlows.isEnding(channel)).isTrue();
        assertThat(flows.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0501000304" + "3a3a3132" + "0050,::12", "05010003073132372e302e31" + "0050,127.0.1",
            "0501000400000000000000000000000000000001" + "0050,::1", "050100017f0000010050,127.0.0.1",
            "05010003084578616d706c65" + "73" + "0050,examples",
            "050100030cd0bfd180d0b8d0bcd0b5d180" + "0050,xn--e1afmkfd"})
    void everyFormOfAddressIsRead(String request, String host) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send(GREETING + request);

        assertThat(flows.opened).extracting(flow -> flow.to().host()).containsExactly(host);
    }

    @Test
    void longestNameIsRead() {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send(GREETING + "05010003ff" + "61".repeat(255) + "0050");

        assertThat(flows.opened).extracting(flow -> flow.to().host()).containsExactly("a".repeat(255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04010050", "06", "47455420"})
    void secondMessageOfAnotherVersionIsClosedWithoutAnAnswer(String message) {
        begin(FakeFlows.waiting());
        send(GREETING);
        answered(channel);
        send(message);

        assertThat(answered(channel)).isEmpty();
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    /** Fault and blame, and the REP field that says it honestly. */
    @ParameterizedTest
    @CsvSource({"FORBIDDEN,DESTINATION,02", "UNREACHABLE,DESTINATION,04", "NAME_NOT_FOUND,DESTINATION,04",
            "REFUSED,DESTINATION,05", "SILENT,DESTINATION,06", "GENERAL_FAILURE,DESTINATION,01",
            "REFUSED,UPSTREAM,01", "SILENT,UPSTREAM,01", "UNREACHABLE,UPSTREAM,01", "WRONG_LOGIN,UPSTREAM,01",
            "GENERAL_FAILURE,UNKNOWN,01", "SILENT,UNKNOWN,01", "NO_UPSTREAM,UNKNOWN,01",
            "UNREACHABLE,LOCAL_NETWORK,03", "LOCAL,LOCAL_NETWORK,03"})
    void failureIsAnsweredWithItsHonestCode(Fault fault, Blame blame, String code) {
        begin(new FakeFlows(flow -> flow.reply().failed(new DialException(Stage.REQUEST, blame, fault))));
        send(GREETING + LOCALHOST_80);

        assertThat(answered(channel)).isEqualTo(GREETED + "05" + code + "0001000000000000");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    /** Whatever a name is made of, it is handed over or refused with a code; never is the program left without an answer. */
    @Test
    void everyNameIsServedOrRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] name = new byte[random.nextInt(256)];
            random.nextBytes(name);
            EmbeddedDuplex program = time.channel();
            FakeFlows flows = FakeFlows.waiting();
            program.pipeline().addLast(new Socks5RequestHandler(flows.reception(DEADLINE)));
            program.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(GREETING + "05010003"),
                    new byte[]{(byte) name.length}, name, new byte[]{1, 1}));

            assertThat(answered(program)).isEqualTo(GREETED + (flows.opened.isEmpty() ? "05010001000000000000" : ""));
        }
    }

    /** Zone, brackets, spaces, a port, a path, labels too long for IDN, a lone dot, a trailing one, an emoji. */
    @ParameterizedTest
    @CsvSource({"fe80::1%eth0,", "[::1],::1", "a b,", "a:1,", "a/b,", ".,", "\u043f.\u0440.,xn--o1a.xn--p1a.",
            "xn--e1afmkfd.example,xn--e1afmkfd.example", "a.example.,a.example.",
            "\ud83d\ude00.example,xn--e28h.example",
            "127.1,127.1", "localhost,localhost"})
    void oddNameIsServedOrRefused(String name, @Nullable String host) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        send(GREETING + "05010003" + String.format("%02x", bytes.length) + ByteBufUtil.hexDump(bytes) + "0050");

        assertThat(flows.opened).extracting(flow -> flow.to().host())
                .isEqualTo(Stream.ofNullable(host).toList());
        assertThat(answered(channel)).isEqualTo(GREETED + (host == null ? "05010001000000000000" : ""));
    }

    /** BIND of a name that is none, split anywhere. */
    @ParameterizedTest
    @MethodSource("everyBoundary")
    void malformedRequestSplitAnywhereIsRefused(int at) {
        String request = GREETING + "05020003082e2e2e2e2e2e2e2e2e0050";
        begin(FakeFlows.waiting());
        send(request.substring(0, 2 * at));
        send(request.substring(2 * at));

        assertThat(answered(channel)).isEqualTo(GREETED + "05070001000000000000");
    }

    @Test
    void programThatEndsBeforeItsRequestIsClosed() {
        begin(FakeFlows.waiting());
        send(GREETING);
        channel.endInput();

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    private void begin(FakeFlows flows) {
        channel.pipeline().addLast(new Socks5RequestHandler(flows.reception(DEADLINE)));
    }

    private void send(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));
    }
}
