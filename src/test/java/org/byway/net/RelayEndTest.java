package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.Duration;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay in virtual time. */
class RelayEndTest {
    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex client = time.channel();
    private final EmbeddedDuplex upstream = time.channel();
    private final TrafficMeter meter = new TrafficMeter();

    @BeforeEach
    void join() {
        Relay.join(client, upstream, meter);
    }

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @Test
    void silenceAfterTheProgramsEndClosesBoth() {
        client.endInput();
        time.advance(Relay.HALF_CLOSED_SILENCE);

        assertThat(client.isOpen()).isFalse();
        assertThat(upstream.isOpen()).isFalse();
    }

    @Test
    void silenceAfterTheServersEndClosesBoth() {
        upstream.endInput();
        time.advance(Relay.HALF_CLOSED_SILENCE);

        assertThat(client.isOpen()).isFalse();
        assertThat(upstream.isOpen()).isFalse();
    }

    @Test
    void closedRelayLeavesNoAlarmBehind() {
        client.endInput();
        upstream.endInput();
        time.run();

        assertThat(client.isOpen()).isFalse();
        assertThat(client.runScheduledPendingTasks()).isEqualTo(-1);
        assertThat(upstream.runScheduledPendingTasks()).isEqualTo(-1);
    }

    @Test
    void shorterSilenceAfterAnEndIsBorne() {
        client.endInput();
        time.advance(Relay.HALF_CLOSED_SILENCE.minusMillis(1));

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void answerThatGoesOnAfterTheEndKeepsBothOpen() {
        client.endInput();
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofSeconds(100));
            upstream.writeInbound(Unpooled.wrappedBuffer(new byte[10]));
        }

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void silenceBeforeAnEndIsBorneForHours() {
        time.advance(Duration.ofHours(12));

        assertThat(client.isOpen()).isTrue();
        assertThat(upstream.isOpen()).isTrue();
    }

    @Test
    void endWaitsForTheBytesBeforeIt() {
        upstream.fill();
        client.writeInbound(Unpooled.wrappedBuffer(new byte[1000]));
        client.endInput();
        assertThat(upstream.isOutputShutdown()).isFalse();
        upstream.drain();

        assertThat(upstream.isOutputShutdown()).isTrue();
    }

    @Test
    void fullChannelTurnsReadingOff() {
        upstream.fill();
        client.writeInbound(Unpooled.wrappedBuffer(new byte[2 * 1024 * 1024]));

        assertThat(client.config().isAutoRead()).isFalse();
        assertThat(upstream.config().isAutoRead()).isTrue();
    }

    @Test
    void drainedChannelTurnsReadingOnAgain() {
        upstream.fill();
        client.writeInbound(Unpooled.wrappedBuffer(new byte[2 * 1024 * 1024]));
        upstream.drain();

        assertThat(client.config().isAutoRead()).isTrue();
    }

    @Test
    void failureOfOneClosesTheOther() {
        upstream.pipeline().fireExceptionCaught(new IOException("planted"));
        time.run();

        assertThat(client.isOpen()).isFalse();
    }
}
