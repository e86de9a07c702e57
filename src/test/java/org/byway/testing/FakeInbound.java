package org.byway.testing;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.BindException;
import java.util.HashSet;
import java.util.Set;
import org.byway.model.HostPort;
import org.byway.net.FlowHandler;
import org.byway.net.Inbound;
import org.byway.net.Outbound;
import org.byway.net.PacketDialer;

/** A listener without a socket; a test hands its flows in. */
public final class FakeInbound implements Inbound {
    /** Where {@link #bindAnywhere} listens. */
    public static final int FREE_PORT = 49152;

    private final Outbound outbound;
    private final Set<HostPort> taken = new HashSet<>();
    private int closings;

    public FakeInbound(Outbound outbound) {
        this.outbound = outbound;
    }

    public FlowHandler flows() {
        return outbound.flows();
    }

    public PacketDialer packets() {
        return outbound.packets();
    }

    /** Another program holds this address. */
    public FakeInbound take(HostPort address) {
        taken.add(address);
        return this;
    }

    public int closings() {
        return closings;
    }

    @Override
    public Future<HostPort> bind(HostPort address) {
        return taken.contains(address)
                ? ImmediateEventExecutor.INSTANCE.newFailedFuture(new BindException("taken"))
                : ImmediateEventExecutor.INSTANCE.newSucceededFuture(address);
    }

    @Override
    public Future<HostPort> bindAnywhere(String host) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(new HostPort(host, FREE_PORT));
    }

    @Override
    public Future<Void> close() {
        closings++;
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);
    }
}
