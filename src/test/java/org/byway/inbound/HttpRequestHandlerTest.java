package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.inbound.FakeFlows.answeredText;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.byway.model.Destination;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.HttpHead;
import org.byway.net.Stage;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestHandlerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String REQUEST = "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n";
    private static final String YES = "HTTP/1.1 200 Connection established\r\n\r\n";

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();

    static IntStream everyBoundary() {
        return IntStream.range(1, REQUEST.length());
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
        send(REQUEST.substring(0, at));
        send(REQUEST.substring(at));

        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of("a.example", 443));
    }

    @ParameterizedTest
    @MethodSource("everyBoundary")
    void requestThatEndsAnywhereIsClosedAtTheDeadline(int at) {
        begin(FakeFlows.waiting());
        send(REQUEST.substring(0, at));
        time.advance(DEADLINE);

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @Test
    void payloadGluedToTheRequestIsKeptForTheReader() {
        begin(FakeFlows.welcoming());
        send(REQUEST + "hello");

        assertThat(answeredText(channel)).isEqualTo(YES);
        assertThat(FakeFlows.payload(channel)).isEqualTo("hello");
    }

    @Test
    void yesHasNeitherLengthNorEncoding() {
        begin(FakeFlows.welcoming());
        send(REQUEST);

        assertThat(answeredText(channel)).isEqualTo(YES);
    }

    /** What is asked, and the status of the answer. */
    @ParameterizedTest
    @CsvSource({"CONNECT a.example HTTP/1.1,400", "CONNECT a.example: HTTP/1.1,400", "CONNECT :443 HTTP/1.1,400",
            "CONNECT ::1:443 HTTP/1.1,400", "CONNECT a.example:0 HTTP/1.1,400", "CONNECT ...:1 HTTP/1.1,400",
            "CONNECT a.example:443,400", "CONNECT  a.example:443 HTTP/1.1,400", "CONNECT a.example:443 HTTP/2,400",
            "CONNECT http://a.example/ HTTP/1.1,400", "CONNECT u@a.example:1 HTTP/1.1,400"})
    void whatCannotBeServedIsRefusedWithItsStatus(String line, String status) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send(line + "\r\n\r\n");

        assertThat(answeredText(channel)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
        assertThat(flows.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.example:443,a.example,443", "[2001:db8::1]:1,2001:db8::1,1", "1.2.3.4:65535,1.2.3.4,65535",
            "A.Example:1,a.example,1"})
    void authorityIsRead(String authority, String host, int port) {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        send("CONNECT " + authority + " HTTP/1.0\r\n\r\n");

        assertThat(flows.opened).extracting(Flow::to).containsExactly(Destination.of(host, port));
    }

    @Test
    void largestHeadIsRead() {
        FakeFlows flows = FakeFlows.waiting();
        begin(flows);
        String head = REQUEST.substring(0, REQUEST.length() - 2) + "X: ";
        send(head + "x".repeat(HttpHead.MAX_BYTES - head.length() - 4) + "\r\n\r\n");

        assertThat(flows.opened).hasSize(1);
    }

    @Test
    void largerHeadIsRefused() {
        begin(FakeFlows.waiting());
        String head = REQUEST.substring(0, REQUEST.length() - 2) + "X: ";
        send(head + "x".repeat(HttpHead.MAX_BYTES - head.length() - 3) + "\r\n\r\n");

        assertThat(answeredText(channel)).startsWith("HTTP/1.1 431 ");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @Test
    void endlessHeadIsRefusedBeforeItEnds() {
        begin(FakeFlows.waiting());
        send("CONNECT ");
        for (int i = 0; i < 80 && channel.isOpen(); i++) {
            send("x".repeat(1024));
        }

        assertThat(answeredText(channel)).startsWith("HTTP/1.1 431 ");
    }

    /** Fault and blame, and the status that says it honestly. */
    @ParameterizedTest
    @CsvSource({"FORBIDDEN,DESTINATION,403", "FORBIDDEN,UPSTREAM,502", "SILENT,DESTINATION,504",
            "SILENT,UPSTREAM,504", "UNREACHABLE,DESTINATION,502", "REFUSED,DESTINATION,502", "REFUSED,UPSTREAM,502",
            "NO_UPSTREAM,UNKNOWN,502", "LOCAL,LOCAL_NETWORK,503", "GENERAL_FAILURE,UNKNOWN,502"})
    void failureIsAnsweredWithItsHonestStatus(Fault fault, Blame blame, String status) {
        begin(new FakeFlows(flow -> flow.reply().failed(new DialException(Stage.REQUEST, blame, fault))));
        send(REQUEST);

        assertThat(answeredText(channel)).startsWith("HTTP/1.1 " + status + " ").contains("\r\n\r\n");
        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    /** Nothing, and the beginning of another request, after one that was answered. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GET http://a.exam"})
    void keptConnectionIsNotKeptForEver(String begun) {
        begin(FakeFlows.waiting());
        send("GET / HTTP/1.1\r\n\r\n" + begun);
        time.run();
        assertThat(answeredText(channel)).startsWith("HTTP/1.1 400 ").doesNotContain("close");
        time.advance(PlainHttpHandler.KEPT.minusMillis(1));
        assertThat(FakeFlows.isEnding(channel)).isFalse();
        time.advance(Duration.ofMillis(1));

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CONNECT", "CONNECT a.example:443 HTTP/1.1\r\n"})
    void programThatEndsBeforeItsRequestIsClosed(String sent) {
        begin(FakeFlows.waiting());
        send(sent);
        channel.endInput();

        assertThat(FakeFlows.isEnding(channel)).isTrue();
    }

    private void begin(FakeFlows flows) {
        channel.pipeline().addLast(new HttpRequestHandler(flows.reception(DEADLINE)));
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }
}
