package org.byway.net;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.byway.model.Destination;

/** An upstream without a life of its own: each stream is a connection, so there is nothing to start or to close. */
public record ProxyUpstream(StreamDialer streams) implements Upstream {
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
