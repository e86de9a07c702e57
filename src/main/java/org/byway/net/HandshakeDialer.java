package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.function.Function;
import org.byway.model.Destination;
import org.byway.model.HostPort;

/** Dials a proxy's server over whatever carries it, then runs the proxy's opening for the destination. */
public final class HandshakeDialer implements StreamDialer {
    private final StreamDialer carrier;
    private final Destination server;
    private final Function<Destination, Handshake> openings;

    public HandshakeDialer(StreamDialer carrier, HostPort server, Function<Destination, Handshake> openings) {
        this.carrier = carrier;
        this.server = new Destination(server);
        this.openings = openings;
    }

    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        return Dials.over(carrier.dial(server, loop), loop,
                (channel, ready) -> openings.apply(to).run(channel, ready));
    }
}
