package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.model.HostPort;

/** Keeps an entry of the list from naming our own listener, which would dial itself until memory ends. */
public record LoopGuardDialer(StreamDialer carrier, Supplier<Optional<HostPort>> listener) implements StreamDialer {
    /** A connection to "any address" reaches this computer too. */
    private static final Set<String> NAMES_OF_THIS_COMPUTER = Set.of("localhost", "::1", "0.0.0.0", "::");

    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        if (listener.get().filter(own -> isSame(own, to.address())).isPresent()) {
            return loop.newFailedFuture(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.OURSELVES));
        }
        return carrier.dial(to, loop);
    }

    private static boolean isSame(HostPort own, HostPort server) {
        boolean isThisComputer = server.host().startsWith("127.") || NAMES_OF_THIS_COMPUTER.contains(server.host());
        return own.port() == server.port() && (isThisComputer || own.host().equals(server.host()));
    }
}
