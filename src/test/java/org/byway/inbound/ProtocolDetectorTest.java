package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.inbound.FakeFlows.answered;

import io.netty.buffer.Unpooled;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.byway.net.Flow;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolDetectorTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();
    private final FakeFlows flows = FakeFlows.waiting();

    @BeforeEach
    void connect() {
        channel.pipeline().addLast(new ProtocolDetector(flows.reception(DEADLINE)));
        channel.pipeline().fireChannelActive();
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @Test
    void fiveIsSocks() {
        send("\5\1\0");

        assertThat(answered(channel)).isEqualTo("0500");
    }

    @Test
    void letterIsHttp() {
        send("CONNECT a.example:1 HTTP/1.1\r\n\r\n");

        assertThat(flows.opened).extracting(Flow::to).map(Object::toString).containsExactly("a.example:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\26\3\1", "\6\1", "\0", "a", "\r\n", "\377"})
    void anythingElseIsClosedWithoutAnAnswer(String bytes) {
        send(bytes);

        assertThat(answered(channel)).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void programThatResetsBeforeItsFirstByteIsClosedAndNothingIsThrown() {
        channel.pipeline().fireExceptionCaught(new SocketException("Connection reset"));
        channel.checkException();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void detectorLeaves() {
        send("\5");

        assertThat(channel.pipeline().get(ProtocolDetector.class)).isNull();
    }

    @Test
    void programThatSaysNothingIsClosedAtTheDeadline() {
        time.advance(DEADLINE.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        time.advance(Duration.ofMillis(1));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void programThatEndsWithoutAWordIsClosedAtOnce() {
        channel.endInput();

        assertThat(channel.isOpen()).isFalse();
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }
}
