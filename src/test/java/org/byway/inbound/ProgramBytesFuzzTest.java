package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.CountedBuffers;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * What a program sends at a new connection, to every protocol of the listener. The first byte is not sent: it says where what
 * follows is split, whether a login is set, and what becomes of flows.
 */
class ProgramBytesFuzzTest implements FuzzContract {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LOGIN_IS_SET = 0x80;
    private static final int FLOWS_FAIL = 0x40;
    private static final int PIECE = 0x3f;

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        CountedBuffers buffers = new CountedBuffers();
        FakeFlows flows = (bytes[0] & FLOWS_FAIL) == 0
                ? FakeFlows.waiting()
                : new FakeFlows(flow -> flow.reply()
                        .failed(new DialException(Stage.REQUEST, Blame.DESTINATION, Fault.REFUSED)));
        try (TestScheduler time = new TestScheduler()) {
            EmbeddedDuplex channel = time.channel();
            channel.config().setAllocator(buffers.allocator());
            channel.pipeline().addLast(new ProtocolDetector(flows.reception(DEADLINE, login(bytes[0]))));
            channel.pipeline().fireChannelActive();
            int piece = Math.max(1, bytes[0] & PIECE);
            for (int at = 1; at < bytes.length && channel.isOpen(); at += piece) {
                channel.writeInbound(buffers.of(bytes, at, Math.min(bytes.length, at + piece)));
                time.run();
            }
            time.advance(DEADLINE.multipliedBy(2).plus(PlainHttpHandler.KEPT));
            channel.checkException();

            assertThat(FakeFlows.answeredText(channel)).as("an answer where nothing was opened")
                    .doesNotContain("HTTP/1.1 200").doesNotStartWith("\5\0\5\0").doesNotStartWith("\5\2\1\0\5\0")
                    .doesNotStartWith("\0\132");
            assertThat(channel.isOpen() && flows.opened.isEmpty()).as("open for ever").isFalse();
            channel.releaseInbound(); // payload behind a refused request, which the end of every pipeline drops
            flows.opened.forEach(flow -> flow.client().close());
            time.run();
        }
        buffers.requireNone();
    }

    private static Optional<Login> login(byte choice) {
        return (choice & LOGIN_IS_SET) == 0 ? Optional.empty() : Optional.of(Login.of("user", "pass"));
    }
}
