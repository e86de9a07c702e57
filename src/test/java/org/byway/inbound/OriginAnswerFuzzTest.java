package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.channel.socket.DuplexChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.byway.testing.CountedBuffers;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * What an origin answers to a plain HTTP request, and then ends. The first byte says what was asked and where the answer is
 * split.
 */
class OriginAnswerFuzzTest implements FuzzContract {
    private static final int PIECE = 0x3f;
    private static final String[] REQUESTS = {"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/ HTTP/1.0\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"};

    @FuzzTest
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        CountedBuffers buffers = new CountedBuffers();
        FakeFlows flows = new FakeFlows(flow -> flow.reply().succeeded());
        try (TestScheduler time = new TestScheduler()) {
            EmbeddedDuplex channel = time.channel();
            channel.config().setAllocator(buffers.allocator());
            channel.pipeline().addLast(new ProtocolDetector(flows.reception(Duration.ofSeconds(10))));
            channel.pipeline().fireChannelActive();
            byte[] request = REQUESTS[(bytes[0] & 0xff) >> 6].getBytes(StandardCharsets.US_ASCII);
            channel.writeInbound(buffers.of(request, 0, request.length));
            time.run();
            DuplexChannel origin = (DuplexChannel) flows.opened.getFirst().client();
            origin.config().setAllocator(buffers.allocator());
            origin.config().setAutoRead(true);
            int piece = Math.max(1, bytes[0] & PIECE);
            for (int at = 1; at < bytes.length && origin.isOpen(); at += piece) {
                origin.writeAndFlush(buffers.of(bytes, at, Math.min(bytes.length, at + piece)));
                time.run();
            }
            origin.shutdownOutput();
            time.advance(PlainHttpHandler.KEPT.multipliedBy(2));
            channel.checkException();

            String answer = FakeFlows.answeredText(channel);
            assertThat(answer).as("an answer").satisfiesAnyOf(it -> assertThat(it).startsWith("HTTP/1.1 "),
                    it -> assertThat(it).isEmpty());
            assertThat(channel.isOpen() && channel.pipeline().get(PlainHttpHandler.class) != null)
                    .as("open for ever").isFalse();
            flows.opened.forEach(flow -> flow.client().close());
            channel.close();
            time.run();
        }
        buffers.requireNone();
    }
}
