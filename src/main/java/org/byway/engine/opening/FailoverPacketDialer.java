package org.byway.engine.opening;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import org.byway.engine.blame.DialWatch;
import org.byway.engine.pool.EndpointPool;
import org.byway.engine.standing.StandingStreams;
import org.byway.net.PacketDialer;

/**
 * Opens a way for datagrams through the best upstream that carries them and, where that fails, through the next, until one
 * is open or the budget is spent. Never direct: it knows no way but upstreams.
 */
public record FailoverPacketDialer(EndpointPool pool, DialWatch watch, Uplink uplink, StandingStreams standing,
        Duration budget) implements PacketDialer {
    @Override
    public Future<Channel> open(EventLoop loop) {
        Promise<Channel> ready = loop.newPromise();
        new PacketDial(this, loop, ready).start();
        return ready;
    }
}
