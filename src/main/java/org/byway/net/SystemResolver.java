package org.byway.net;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.byway.model.HostPort;

/** Asks the system for the addresses of servers and sources (never of destinations), off the event loops. */
final class SystemResolver {
    /** Completes on the loop; fails with {@link UnknownHostException}. */
    Future<List<InetAddress>> resolve(HostPort server, EventLoop loop) {
        if (server.isAddress()) {
            return loop.newSucceededFuture(List.of(InetAddress.ofLiteral(server.host())));
        }
        Promise<List<InetAddress>> addresses = loop.newPromise();
        Thread.ofVirtual().name("byway-resolve").start(() -> {
            try {
                addresses.trySuccess(List.of(InetAddress.getAllByName(server.host())));
            } catch (UnknownHostException unknown) {
                addresses.tryFailure(unknown);
            }
        });
        return addresses;
    }
}
