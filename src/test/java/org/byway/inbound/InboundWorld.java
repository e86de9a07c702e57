package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.model.HostPort;
import org.byway.net.EventLoops;
import org.byway.net.Flow;
import org.byway.net.Outbound;
import org.byway.net.PacketDialer;
import org.byway.testing.FakePackets;

/** A listener on a free port of the loopback, and the flows that come in. */
final class InboundWorld implements AutoCloseable {
    private final EventLoops loops = new EventLoops();
    private final BlockingQueue<Flow> flows = new LinkedBlockingQueue<>();
    private final MixedInbound inbound;
    private final HostPort address;
    private final AtomicInteger accepted = new AtomicInteger();

    InboundWorld(Duration deadline) {
        this(deadline, FakePackets.none());
    }

    InboundWorld(Duration deadline, PacketDialer packets) {
        inbound = new MixedInbound(loops, new Outbound(this::take, packets),
                new InboundSettings(deadline, Optional.empty(), 1000));
        address = bound(inbound.bindAnywhere("127.0.0.1"));
    }

    InboundWorld(Duration deadline, HostPort at) {
        inbound = new MixedInbound(loops, new Outbound(this::take, FakePackets.none()),
                new InboundSettings(deadline, Optional.empty(), 1000));
        address = bound(inbound.bind(at));
    }

    MixedInbound inbound() {
        return inbound;
    }

    HostPort address() {
        return address;
    }

    int accepted() {
        return accepted.get();
    }

    /** Waits for a program's request. */
    Flow next() {
        try {
            Flow flow = flows.poll(10, TimeUnit.SECONDS);
            assertThat(flow).as("a request within ten seconds").isNotNull();
            return flow;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        inbound.close().syncUninterruptibly();
        loops.close();
    }

    private void take(Flow flow) {
        accepted.incrementAndGet();
        flows.add(flow);
    }

    private static HostPort bound(Future<HostPort> binding) {
        return binding.syncUninterruptibly().getNow();
    }
}
