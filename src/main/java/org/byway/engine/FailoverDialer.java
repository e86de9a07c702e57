package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.function.Supplier;
import org.byway.model.Destination;
import org.byway.net.PacketDialer;
import org.byway.net.StreamDialer;

/**
 * Dials through the selected upstream and, where that fails, through the next, until one says that it reached the
 * destination or the budget is spent; likewise for ways of datagrams. Never direct: it knows no way but upstreams.
 */
record FailoverDialer(EndpointPool pool, Supplier<Selector> selector, DialWatch watch, Duration budget)
        implements
            StreamDialer,
            PacketDialer {
    @Override
    public Future<Channel> dial(Destination to, EventLoop loop) {
        return start(new StreamAttempt(to, loop, this), loop);
    }

    @Override
    public Future<Channel> open(EventLoop loop) {
        return start(new PacketAttempt(loop, this), loop);
    }

    private Future<Channel> start(Attempt attempt, EventLoop loop) {
        Promise<Channel> ready = loop.newPromise();
        new FailoverDial(attempt, loop, ready, this).start();
        return ready;
    }
}
