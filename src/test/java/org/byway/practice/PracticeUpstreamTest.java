package org.byway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.BindException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.net.EventLoops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PracticeUpstreamTest {
    private final EventLoops loops = new EventLoops();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void aPortThatIsTakenBetweenIsFollowedByAnother() {
        PracticeUpstream upstream = takenFor(2);
        upstream.openFirst();
        assertThat(tries).hasValue(3);
        assertThat(upstream.endpoint().server().port()).isPositive();
        upstream.fail();
    }

    @Test
    void whereEveryPortIsTakenItIsSaid() {
        assertThatThrownBy(takenFor(Integer.MAX_VALUE)::openFirst).isInstanceOf(BindException.class);
        assertThat(tries).hasValue(5);
    }

    private PracticeUpstream takenFor(int times) {
        return new PracticeUpstream("Practice", loops, () -> new NioServerSocketChannel() {
            @Override
            protected void doBind(SocketAddress at) throws Exception {
                if (tries.incrementAndGet() <= times) {
                    throw new BindException("Address already in use");
                }
                super.doBind(at);
            }
        });
    }
}
