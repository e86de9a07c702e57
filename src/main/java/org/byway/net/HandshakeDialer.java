package org.byway.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.model.HostPort;

/** Dials a proxy's server over whatever carries it, then runs the proxy's opening for the destination. */
public final class HandshakeDialer implements StreamDialer {
    private final StreamDialer carrier;
    private final HostPort server;
    private final Function<Destination, Handshake> openings;

    public HandshakeDialer(StreamDialer carrier, HostPort server, Function<Destination, Handshake> openings) {
        this.carrier = carrier;
        this.server = server;
        this.openings = openings;
    }

    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        return open(carrier, server, () -> openings.apply(to), loop);
    }

    /** For an opening that asks for no destination. */
    public static Future<Channel> open(StreamDialer carrier, HostPort server, Supplier<Handshake> opening,
            EventLoop loop) {
        return Dials.over(carrier.dial(new Destination(server), loop), loop,
                (channel, ready) -> opening.get().run(channel, ready));
    }
}
