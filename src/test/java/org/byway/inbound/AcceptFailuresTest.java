package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.model.HostPort;
import org.byway.net.EventLoops;
import org.byway.net.Outbound;
import org.byway.testing.Conversation;
import org.byway.testing.FakePackets;
import org.byway.testing.SecretsInLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AcceptFailuresTest {
    /** The system has no descriptor for a while; the connection waits in its queue meanwhile. */
    @Test
    void listenerNeitherDiesNorSpinsWithoutDescriptors() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        try (EventLoops loops = new EventLoops(); SecretsInLog log = new SecretsInLog()) {
            MixedInbound inbound = new MixedInbound(loops, new Outbound(FakeFlows.waiting(), FakePackets.none()),
                    new InboundSettings(Duration.ofSeconds(10), Optional.empty(), 10), () -> new Exhausted(tries));
            HostPort address = inbound.bindAnywhere("127.0.0.1").syncUninterruptibly().getNow();
            try (Conversation program = Conversation.with(address)) {
                assertThat(program.send("\5\1\0").read(2)).containsExactly(5, 0);
            }
            inbound.close().syncUninterruptibly();

            assertThat(tries).hasValueBetween(2, 4);
            assertThat(log.text().lines().filter(line -> line.contains("Too many open files"))).hasSize(1);
        }
    }

    /** Fails the first time as {@code accept(2)} does with EMFILE. */
    private static final class Exhausted extends NioServerSocketChannel {
        private final AtomicInteger tries;

        Exhausted(AtomicInteger tries) {
            this.tries = tries;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            if (tries.getAndIncrement() == 0) {
                throw new IOException("Too many open files");
            }
            return super.doReadMessages(accepted);
        }
    }
}
