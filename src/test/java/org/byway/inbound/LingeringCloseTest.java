package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LingeringCloseTest {
    private static final Duration TIME = Duration.ofSeconds(LingeringClose.SECONDS);

    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex channel = time.channel();

    @AfterEach
    void releaseAll() {
        time.close();
    }

    @Test
    void answerIsFollowedByTheEndAndNotByAClose() {
        answer();

        assertThat(channel.isOutputShutdown()).isTrue();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whatStillComesIsReadAndDropped() {
        answer();
        ByteBuf late = Unpooled.copiedBuffer("late", StandardCharsets.US_ASCII);
        channel.writeInbound(late);

        assertThat(late.refCnt()).isZero();
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void programThatClosesIsClosedAtOnce() {
        answer();
        channel.endInput();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void programThatHadEndedIsClosedAtOnce() {
        channel.endInput();
        answer();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void programThatStaysIsClosedAfterAWhile() {
        answer();
        time.advance(TIME.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        time.advance(Duration.ofMillis(1));

        assertThat(channel.isOpen()).isFalse();
    }

    private void answer() {
        LingeringClose.after(channel.writeAndFlush(Unpooled.copiedBuffer("no", StandardCharsets.US_ASCII)));
        time.run();
    }
}
