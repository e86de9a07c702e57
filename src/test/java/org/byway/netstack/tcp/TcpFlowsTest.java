package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.byway.netstack.wire.IcmpMessage.Quote;
import org.byway.netstack.wire.IpAddress;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpSegment;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which ports are given out, and how many flows there may be. */
class TcpFlowsTest {
    private static final IpRoute ROUTE = new IpRoute(IpAddress.of(InetAddress.ofLiteral("10.8.0.2")),
            IpAddress.of(InetAddress.ofLiteral("198.51.100.7")));

    private final TestScheduler time = new TestScheduler();
    private final TcpHost host = new TcpHost(time.loop(), new Random(1), 1_420, ByteBuf::release);
    private final TcpFlows flows = new TcpFlows(host);

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void noTwoFlowsAreAlike() {
        Set<TcpFlow> given = new HashSet<>();
        for (int i = 0; i < 4_000; i++) {
            TcpFlow flow = Objects.requireNonNull(flows.free(ROUTE, 443));
            assertThat(given.add(flow)).isTrue();
            flows.put(flow, new Nothing(Long.MAX_VALUE));
        }
    }

    @Test
    void portRestsForAMinuteTowardsItsDestination() {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 28_232; i++) {
            TcpFlow flow = Objects.requireNonNull(flows.free(ROUTE, 443));
            SegmentHandler handler = new Nothing(Long.MAX_VALUE);
            flows.put(flow, handler);
            flows.forget(flow, handler);
            used.add(flow.ports().source());
        }
        assertThat(used).hasSize(28_232);
        assertThat(flows.free(ROUTE, 443)).as("all of them rest").isNull();
        assertThat(flows.free(ROUTE, 80)).as("not towards others").isNotNull();

        time.advance(Duration.ofSeconds(61));
        assertThat(flows.free(ROUTE, 443)).isNotNull();
        assertThat(flows.resting()).isZero();
    }

    @Test
    void fullTableGivesUpWhatNobodyUsesAndNothingElse() {
        TcpFlow oldest = null;
        for (int i = 0; i < TcpFlows.MOST; i++) {
            TcpFlow flow = Objects.requireNonNull(flows.free(ROUTE, 443));
            flows.put(flow, new Nothing(Long.MAX_VALUE));
            oldest = oldest == null ? flow : oldest;
        }
        assertThat(flows.free(ROUTE, 443)).isNull();

        TcpFlow expendable = Objects.requireNonNull(oldest);
        Nothing orphan = new Nothing(5);
        flows.put(expendable, orphan);
        assertThat(flows.free(ROUTE, 443)).isNotNull();
        assertThat(orphan.isClosed).isTrue();
    }

    /** A flow without a connection. */
    private static final class Nothing implements SegmentHandler {
        private final long expendableSince;
        private boolean isClosed;

        Nothing(long expendableSince) {
            this.expendableSince = expendableSince;
        }

        @Override
        public void segment(TcpSegment segment) {}

        @Override
        public void unreachable(Quote quote) {}

        @Override
        public void tooBig(Quote quote, int mtu) {}

        @Override
        public void stackClosed() {
            isClosed = true;
        }

        @Override
        public long expendableSince() {
            return expendableSince;
        }
    }
}
