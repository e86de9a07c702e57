package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SocketOptionsTest {
    private static final int KIB = 1024;
    /** More than any flow may take while others on its loop wait. */
    private static final int MOST_READS = 4;

    @Test
    void busyFlowTakesFewReadsATurn() {
        assertThat(readsOfATurn(handle())).isEqualTo(MOST_READS);
    }

    @Test
    void readsGrowUpTo256KibWhileTheyAreFull() {
        RecvByteBufAllocator.ExtendedHandle handle = handle();
        for (int turn = 0; turn < 50; turn++) {
            readsOfATurn(handle);
        }

        assertThat(handle.guess()).isEqualTo(256 * KIB);
    }

    @Test
    void quietFlowBeginsSmall() {
        assertThat(handle().guess()).isLessThanOrEqualTo(4 * KIB);
    }

    @Test
    void readingIsOffUntilSomebodyAsks() {
        assertThat(SocketOptions.forStreams()).containsEntry(ChannelOption.AUTO_READ, false)
                .containsEntry(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }

    private static RecvByteBufAllocator.ExtendedHandle handle() {
        Object allocator = SocketOptions.forStreams().get(ChannelOption.RECVBUF_ALLOCATOR);
        return (RecvByteBufAllocator.ExtendedHandle) Objects.requireNonNull((RecvByteBufAllocator) allocator)
                .newHandle();
    }

    /** A socket that always has more than is asked for. */
    private static int readsOfATurn(RecvByteBufAllocator.ExtendedHandle handle) {
        EmbeddedChannel channel = new EmbeddedChannel();
        handle.reset(channel.config());
        int reads = 0;
        do {
            ByteBuf buffer = handle.allocate(UnpooledByteBufAllocator.DEFAULT);
            handle.attemptedBytesRead(buffer.writableBytes());
            handle.lastBytesRead(buffer.writableBytes());
            handle.incMessagesRead(1);
            buffer.release();
            reads++;
        } while (handle.continueReading() && reads < 1000);
        handle.readComplete();
        channel.finishAndReleaseAll();
        return reads;
    }
}
