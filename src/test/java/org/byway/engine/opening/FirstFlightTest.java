package org.byway.engine.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.byway.testing.Hello;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FirstFlightTest {
    private static final List<String> REPEATABLE = List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD /x HTTP/1.0\r\n\r\n", "OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n");

    private static final List<String> NOT_REPEATABLE = List.of("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 1\r\n\r\n", "GET / HTTP/1.1\r\ncontent-length: 1\r\n\r\n",
            "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n ", "GET /\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "SSH-2.0-a\r\n",
            "get / HTTP/1.1\r\n\r\n", "\0\0\0\0", "GETX", "DELETE / HTTP/1.1\r\n\r\n");

    private final FirstFlight flight = new FirstFlight();

    @AfterEach
    void release() {
        flight.forget();
    }

    @Test
    void nothingMayBeSaidAgain() {
        assertThat(flight.maySay()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> requestThatOnlyAsksMayBeRepeated() {
        return REPEATABLE.stream().map(text -> DynamicTest.dynamicTest(text.lines().findFirst().orElseThrow(),
                () -> assertThat(judged(ascii(text))).isEqualTo(Repeatable.YES)));
    }

    @TestFactory
    Stream<DynamicTest> anythingElseMayNot() {
        return NOT_REPEATABLE.stream().map(text -> DynamicTest.dynamicTest("not: " + text.strip(),
                () -> assertThat(judged(ascii(text))).isEqualTo(Repeatable.NO)));
    }

    @Test
    void clientHelloMayBeRepeated() {
        assertThat(judged(Hello.usual())).isEqualTo(Repeatable.YES);
    }

    @Test
    void clientHelloOfSeveralRecordsMayBeRepeated() {
        assertThat(judged(Hello.inRecordsOf(7))).isEqualTo(Repeatable.YES);
    }

    @Test
    void clientHelloWithEarlyDataMayNot() {
        assertThat(judged(Hello.withEarlyData())).isEqualTo(Repeatable.NO);
    }

    @Test
    void byteAfterTheClientHelloEndsThat() {
        assertThat(judged(Hello.usual().writeByte(0))).isEqualTo(Repeatable.NO);
    }

    @Test
    void recordAfterTheClientHelloEndsThat() {
        assertThat(judged(Hello.usual().writeBytes(Hello.usual()))).isEqualTo(Repeatable.NO);
    }

    @Test
    void alertIsNoClientHello() {
        assertThat(judged(Unpooled.wrappedBuffer(new byte[]{21, 3, 1, 0, 2, 2, 40}))).isEqualTo(Repeatable.NO);
    }

    @Test
    void serverHelloIsNoClientHello() {
        assertThat(judged(Unpooled.wrappedBuffer(new byte[]{22, 3, 1, 0, 4, 2, 0, 0, 0}))).isEqualTo(Repeatable.NO);
    }

    @Test
    void clientHelloWhoseLengthsLieMayNot() {
        ByteBuf hello = Hello.usual();
        hello.setByte(5 + 4 + 34, 255); // the session id's length

        assertThat(judged(hello)).isEqualTo(Repeatable.NO);
    }

    /** At every split: not yet, up to the last byte. */
    @TestFactory
    Stream<DynamicTest> partMayStillBecomeOne() {
        return Stream.of(Hello.usual(), Hello.inRecordsOf(50), ascii(REPEATABLE.getFirst()))
                .map(whole -> DynamicTest.dynamicTest(whole.readableBytes() + " bytes", () -> {
                    FirstFlight piecemeal = new FirstFlight();
                    for (int i = 0; i < whole.readableBytes() - 1; i++) {
                        piecemeal.add(whole.slice(i, 1), UnpooledByteBufAllocator.DEFAULT);
                        assertThat(piecemeal.repeatable()).isEqualTo(Repeatable.NOT_YET);
                    }
                    piecemeal.add(whole.slice(whole.readableBytes() - 1, 1), UnpooledByteBufAllocator.DEFAULT);
                    assertThat(piecemeal.repeatable()).isEqualTo(Repeatable.YES);
                    ByteBuf again = piecemeal.again();
                    assertThat(again).isEqualTo(whole);
                    again.release();
                    piecemeal.forget();
                }));
    }

    @Test
    void whatIsLargerThanTheMostIsNotKept() {
        add(ascii("GET / HTTP/1.1\r\nx: "));
        add(Unpooled.wrappedBuffer(new byte[FirstFlight.MOST]));

        assertThat(flight.repeatable()).isEqualTo(Repeatable.NO);
        assertThat(flight.maySay()).isFalse();
    }

    @Test
    void whatMayNotBeRepeatedMayBeSaidOnce() {
        add(ascii("SSH-2.0-a\r\n"));
        boolean before = flight.maySay();
        flight.said();

        assertThat(List.of(before, flight.maySay())).containsExactly(true, false);
    }

    private static Repeatable judged(ByteBuf bytes) {
        FirstFlight flight = new FirstFlight();
        flight.add(bytes, UnpooledByteBufAllocator.DEFAULT);
        bytes.release();
        Repeatable judged = flight.repeatable();
        flight.forget();
        return judged;
    }

    private void add(ByteBuf bytes) {
        flight.add(bytes, UnpooledByteBufAllocator.DEFAULT);
        bytes.release();
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
