package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipeChannelTest {
    private static final int BLOCK = 64 * 1024;

    private final EventLoops loops = new EventLoops();
    private final EventLoop loop = loops.next();
    private final PipeChannel.Pair pipe = on(() -> PipeChannel.open(loop));
    private final Reader near = on(() -> new Reader(pipe.near()));
    private final Reader far = on(() -> new Reader(pipe.far()));

    @AfterEach
    void closeAll() {
        pipe.near().close().syncUninterruptibly();
        pipe.far().close().syncUninterruptibly();
        settle();
        loops.close();
    }

    @Test
    void bytesGoBothWays() {
        readAlways(near, far);
        send(pipe.near(), "up");
        send(pipe.far(), "down");
        settle();

        assertThat(far.text).asString().isEqualTo("up");
        assertThat(near.text).asString().isEqualTo("down");
    }

    @Test
    void nothingIsReadUnlessAskedFor() {
        send(pipe.near(), "early");
        settle();
        assertThat(far.text).isEmpty();

        on(() -> pipe.far().read());
        settle();
        assertThat(far.text).asString().isEqualTo("early");
        send(pipe.near(), "late");
        settle();
        assertThat(far.text).asString().isEqualTo("early");
    }

    @Test
    void writerIsHeldBackUntilTheOtherEndReads() {
        List<ChannelFuture> writes = new ArrayList<>();
        on(() -> {
            for (int i = 0; i < 16; i++) {
                writes.add(pipe.near().writeAndFlush(Unpooled.wrappedBuffer(new byte[BLOCK])));
            }
            return true;
        });
        settle();
        assertThat(pipe.near().isWritable()).isFalse();
        assertThat(writes).filteredOn(ChannelFuture::isDone).hasSizeBetween(1, 5);

        readAlways(far);
        settle();
        assertThat(far.bytes).isEqualTo(16L * BLOCK);
        assertThat(pipe.near().isWritable()).isTrue();
        assertThat(writes).allMatch(ChannelFuture::isSuccess);
    }

    @Test
    void oneDirectionEndsAndTheOtherGoesOn() {
        readAlways(near, far);
        send(pipe.near(), "last");
        on(() -> pipe.near().shutdownOutput());
        settle();
        send(pipe.far(), "still here");
        settle();

        assertThat(far.text).asString().isEqualTo("last");
        assertThat(far.events).containsExactly("end");
        assertThat(near.text).asString().isEqualTo("still here");
        assertThat(near.events).isEmpty();
        assertThat(pipe.far().isOpen()).isTrue();
    }

    @Test
    void endComesAfterWhatIsStillUnread() {
        send(pipe.near(), "unread");
        on(() -> pipe.near().shutdownOutput());
        close(pipe.near());
        assertThat(far.events).isEmpty();

        readAlways(far);
        settle();
        assertThat(far.text).asString().isEqualTo("unread");
        assertThat(far.events).containsExactly("end");
    }

    @Test
    void closeInTheMiddleIsACutAndNoEnd() {
        readAlways(far);
        send(pipe.near(), "half");
        close(pipe.near());

        assertThat(far.text).asString().isEqualTo("half");
        assertThat(far.events).containsExactly("failure", "gone");
    }

    @Test
    void closeAfterTheOtherEndHasFinishedIsAnEnd() {
        readAlways(near, far);
        on(() -> pipe.far().shutdownOutput());
        send(pipe.near(), "answer");
        close(pipe.near());

        assertThat(far.text).asString().isEqualTo("answer");
        assertThat(far.events).containsExactly("end");
    }

    @Test
    void resetPassedOnIsACutEvenWhereOneSideHadFinished() {
        readAlways(near);
        on(() -> pipe.near().shutdownOutput());
        on(() -> pipe.far().config().setOption(ChannelOption.SO_LINGER, 0));
        close(pipe.far());

        assertThat(near.events).containsExactly("failure", "gone");
    }

    @Test
    void closeWithSomethingUnreadReleasesItAndIsACut() {
        readAlways(near);
        ByteBuf bytes = Unpooled.copiedBuffer("never read", StandardCharsets.ISO_8859_1);
        on(() -> pipe.near().writeAndFlush(bytes));
        on(() -> pipe.far().shutdownOutput());
        close(pipe.far());

        assertThat(bytes.refCnt()).isZero();
        assertThat(near.events).contains("failure");
    }

    /** As a relay does that reads on after its end: nothing turns round and round. */
    @Test
    void readerOfAnEndedStreamRests() {
        readAlways(far);
        on(() -> pipe.near().shutdownOutput());
        settle();
        long turns = far.completions;
        settle();

        assertThat(far.events).containsExactly("end");
        assertThat(far.completions).isEqualTo(turns);
    }

    @Test
    void cutIsSeenByAnEndThatDoesNotRead() {
        close(pipe.near());

        assertThat(far.events).containsExactly("failure", "gone");
    }

    @Test
    void endBeforeEverythingWasTakenIsACut() {
        on(() -> {
            for (int i = 0; i < 16; i++) {
                pipe.near().writeAndFlush(Unpooled.wrappedBuffer(new byte[BLOCK]));
            }
            return pipe.near().shutdownOutput();
        });
        readAlways(far);
        settle();

        assertThat(far.bytes).isPositive();
        assertThat(far.events).containsExactly("failure", "gone");
    }

    @Test
    void writesThatWaitFailWhenTheOtherEndCloses() {
        ByteBuf last = Unpooled.copiedBuffer("last", StandardCharsets.ISO_8859_1);
        ChannelFuture write = on(() -> {
            pipe.near().writeAndFlush(Unpooled.wrappedBuffer(new byte[4 * BLOCK]));
            return pipe.near().writeAndFlush(last);
        });
        on(() -> pipe.far().shutdownOutput());
        close(pipe.far());

        assertThat(write.isSuccess()).isFalse();
        assertThat(last.refCnt()).isZero();
    }

    @Test
    void onlyBytesAreTaken() {
        ChannelFuture write = on(() -> pipe.near().writeAndFlush("text"));
        settle();

        assertThat(write.cause()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(pipe.near().isOpen()).isTrue();
    }

    @Test
    void writeToAClosedEndFailsAndReleases() {
        send(pipe.far(), "answer");
        on(() -> pipe.far().shutdownOutput());
        close(pipe.far());
        ByteBuf bytes = Unpooled.copiedBuffer("late", StandardCharsets.ISO_8859_1);
        ChannelFuture write = on(() -> pipe.near().writeAndFlush(bytes));
        settle();

        assertThat(write.cause()).isInstanceOf(ClosedChannelException.class);
        assertThat(bytes.refCnt()).isZero();
        readAlways(near);
        settle();
        assertThat(near.text).asString().isEqualTo("answer");
    }

    private void readAlways(Reader... readers) {
        for (Reader reader : readers) {
            on(() -> reader.channel.config().setAutoRead(true));
        }
    }

    private void send(Channel channel, String text) {
        on(() -> channel.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)));
    }

    private void close(Channel channel) {
        on(channel::close);
        settle();
    }

    /** Runs everything that follows from what has been done. */
    private void settle() {
        for (int i = 0; i < 20; i++) {
            on(() -> true);
        }
    }

    private <T> T on(Callable<T> work) {
        return loop.submit(work).syncUninterruptibly().getNow();
    }

    /** Written on the loop; what the test's thread sees of it was settled before. */
    private static final class Reader extends ChannelInboundHandlerAdapter {
        private final Channel channel;
        private final StringBuilder text = new StringBuilder();
        private final List<String> events = new ArrayList<>();
        private long bytes;
        private long completions;

        Reader(Channel channel) {
            this.channel = channel;
            channel.pipeline().addLast(this);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf part = (ByteBuf) message;
            bytes += part.readableBytes();
            text.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            completions++;
            context.fireChannelReadComplete();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof ChannelInputShutdownEvent) {
                events.add("end");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            events.add("failure");
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            events.add("gone");
        }
    }
}
