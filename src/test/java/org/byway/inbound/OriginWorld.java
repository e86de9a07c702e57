package org.byway.inbound;

import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import org.byway.testing.CountedBuffers;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.TestScheduler;

/** A program and one origin with plain HTTP between them, in virtual time; what each sends may be split anywhere. */
final class OriginWorld implements AutoCloseable {
    private final CountedBuffers buffers = new CountedBuffers();
    private final TestScheduler time = new TestScheduler();
    private final EmbeddedDuplex program = time.channel();
    private final FakeFlows flows = FakeFlows.welcoming();

    OriginWorld() {
        program.config().setAllocator(buffers.allocator());
        program.pipeline().addLast(new ProtocolDetector(flows.reception(Duration.ofSeconds(10))));
        program.pipeline().fireChannelActive();
    }

    EmbeddedDuplex program() {
        return program;
    }

    OriginWorld programSends(byte[] bytes, int from, int to) {
        program.writeInbound(buffers.of(bytes, from, to));
        time.run();
        return this;
    }

    OriginWorld originSends(byte[] bytes, int from, int to) {
        origin().writeAndFlush(buffers.of(bytes, from, to));
        time.run();
        return this;
    }

    OriginWorld originEnds() {
        origin().shutdownOutput();
        return this;
    }

    OriginWorld passes(Duration by) {
        time.advance(by);
        return this;
    }

    DuplexChannel origin() {
        return (DuplexChannel) flows.opened.getFirst().client();
    }

    String originGot() {
        return flows.opened.isEmpty() ? "" : FakeFlows.payload(origin());
    }

    String programGot() {
        return FakeFlows.answeredText(program);
    }

    /** Both sides go; fails where a buffer stays behind. */
    @Override
    public void close() {
        flows.opened.forEach(flow -> flow.client().close());
        program.close();
        time.run();
        time.close();
        buffers.requireNone();
    }
}
