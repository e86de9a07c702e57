package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.model.HostPort;

/** Keeps an entry of the list from naming our own listener, which would dial itself until memory ends. */
public record LoopGuardDialer(StreamDialer carrier, Supplier<Optional<HostPort>> listener) implements StreamDialer {
    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        if (listener.get().filter(own -> isSame(own, to.address())).isPresent()) {
            return loop.newFailedFuture(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.OURSELVES));
        }
        return carrier.dial(to, loop);
    }

    private static boolean isSame(HostPort own, HostPort server) {
        boolean isLoopback = server.host().startsWith("127.") || server.host().equals("localhost")
                || server.host().equals("::1");
        return own.port() == server.port() && (isLoopback || own.host().equals(server.host()));
    }
}
