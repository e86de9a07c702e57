package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.testing.ChannelStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels of one loop for those of another: what was sent arrives whole, and every end as what it is. */
class OwnLoopDialerTest {
    private static final Destination TO = Destination.of("a.example", 443);
    private static final int LARGE = 20 * 1024 * 1024;

    private final EventLoops loops = new EventLoops();
    private final EventLoop near = loops.next();
    private final EventLoop far = loops.next();
    private PipeChannel.Pair pipe = far.submit(() -> PipeChannel.open(far)).syncUninterruptibly().getNow();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void channelIsOnTheLoopThatWasAskedForWithReadingOff() {
        Channel channel = dial(near);

        assertThat(channel.eventLoop()).isSameAs(near);
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void channelOfTheSameLoopIsHandedThrough() {
        assertThat(dial(far)).isSameAs(pipe.near());
    }

    @Test
    void largeTransfersArriveWholeBothWays() {
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        try (ChannelStream stream = ChannelStream.over(dial(near));
                ChannelStream peer = ChannelStream.over(pipe.far())) {
            stream.send(large);
            peer.send(large);

            assertThat(Arrays.equals(peer.receive(LARGE), large)).isTrue();
            assertThat(Arrays.equals(stream.receive(LARGE), large)).isTrue();
        }
    }

    @Test
    void readingIsHeldBackWhereNobodyReads() {
        Channel channel = dial(near);
        try (ChannelStream peer = ChannelStream.over(pipe.far())) {
            peer.send(new byte[LARGE]);
            eventually("the far end is not read any more", () -> !pipe.near().config().isAutoRead());
            try (ChannelStream stream = ChannelStream.over(channel)) {
                assertThat(stream.receive(LARGE)).hasSize(LARGE);
            }
        }
    }

    @Test
    void endsPassOneDirectionAtATime() {
        try (ChannelStream stream = ChannelStream.over(dial(near));
                ChannelStream peer = ChannelStream.over(pipe.far())) {
            stream.send("question").finish();
            eventually("the end arrives", peer::isEnded);
            peer.send("answer").finish();
            eventually("the other end arrives", stream::isEnded);

            assertThat(peer.receiveText(8)).isEqualTo("question");
            assertThat(stream.receiveText(6)).isEqualTo("answer");
            assertThat(stream.isCut() || peer.isCut()).isFalse();
        }
    }

    @Test
    void cutIsPassedOnAsACut() {
        try (ChannelStream stream = ChannelStream.over(dial(near))) {
            pipe.far().close();
            eventually("the cut arrives", stream::isEnded);

            assertThat(stream.isCut()).isTrue();
        }
    }

    @Test
    void closeReachesTheFarEndBehindWhatWasSent() {
        Channel channel = dial(near);
        try (ChannelStream peer = ChannelStream.over(pipe.far())) {
            try (ChannelStream stream = ChannelStream.over(channel)) {
                stream.send("last words");
                assertThat(peer.receiveText(10)).isEqualTo("last words");
            }
            eventually("the far channel is closed", () -> !pipe.near().isOpen());
        }
    }

    @Test
    void writingToAChannelThatIsGoneFails() {
        Channel channel = dial(near);
        pipe.near().close().syncUninterruptibly();

        eventually("a write fails", () -> !channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[5]))
                .awaitUninterruptibly().isSuccess());
    }

    @Test
    void failureAndCancellationReachWhoDialled() {
        Future<Channel> failed = OwnLoopDialer
                .streams((to, loop) -> far.newFailedFuture(DialException.noUpstream())).dial(TO, near);
        assertThat(failed.awaitUninterruptibly().cause()).isInstanceOf(DialException.class);

        var never = far.<Channel>newPromise();
        Future<Channel> cancelled = OwnLoopDialer.streams((to, loop) -> never).dial(TO, near);
        cancelled.cancel(false);
        eventually("the dial is given up", never::isCancelled);
    }

    private Channel dial(EventLoop loop) {
        Channel channel = OwnLoopDialer.streams((to, any) -> far.newSucceededFuture(pipe.near())).dial(TO, loop)
                .syncUninterruptibly().getNow();
        assertThat(channel).isInstanceOf(DuplexChannel.class);
        return channel;
    }
}
