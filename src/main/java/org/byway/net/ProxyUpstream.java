package org.byway.net;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.Optional;
import org.byway.model.Destination;

/** An upstream without a life of its own: each stream is a connection, so there is nothing to start or to close. */
public record ProxyUpstream(StreamDialer streams, Optional<PacketDialer> packets) implements Upstream {
    /** One that carries no datagrams. */
    public ProxyUpstream(StreamDialer streams) {
        this(streams, Optional.empty());
    }

    @Override
    public Future<Void> start() {
        return done();
    }

    @Override
    public boolean reaches(Destination to) {
        return true;
    }

    @Override
    public Future<Void> close() {
        return done();
    }

    private static Future<Void> done() {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);
    }
}
