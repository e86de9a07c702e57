package org.byway.simulation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.byway.model.Destination;
import org.byway.model.endpoint.Endpoint;
import org.byway.net.Blame;
import org.byway.net.Deadlines;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.simulation.Censor.Treatment;
import org.byway.simulation.Server.Condition;
import org.jspecify.annotations.Nullable;

/** All servers of a world at work behind the censor, and what an observer sees of one person: whom he dials, and how often. */
final class Wire {
    /** Of every page. */
    static final int ANSWER = 64 * 1024;

    private static final ByteBuf HEAD = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(
            "HTTP/1.1 200 OK\r\nContent-Length: " + ANSWER + "\r\n\r\n", StandardCharsets.US_ASCII));
    private static final int QUARTERS = 4;
    private static final ByteBuf QUARTER = Unpooled
            .unreleasableBuffer(Unpooled.wrappedBuffer(new byte[ANSWER / QUARTERS]));
    private static final Deadlines DEADLINES = Deadlines.DEFAULT;
    private static final Duration TO_SITE = Duration.ofMillis(40);
    private static final Duration SENT_AGAIN = Duration.ofSeconds(1);
    private static final double LOST = 0.01;

    private final VirtualLoop loop;
    private final Censor censor;
    private final RandomGenerator random;
    private final Map<Endpoint, Server> servers = new HashMap<>();
    private final Set<Server> touched = new HashSet<>();
    private int dials;

    Wire(VirtualLoop loop, World world, Censor censor, RandomGenerator random) {
        this.loop = loop;
        this.censor = censor;
        this.random = random;
        world.servers().forEach(it -> servers.put(it.entry().endpoint(), it));
    }

    int dials() {
        return dials;
    }

    Set<Server> touched() {
        return touched;
    }

    Upstream upstream(Endpoint endpoint) {
        Server server = servers.get(endpoint);
        if (server == null) {
            throw new AssertionError("there is no such server");
        }
        return new Upstream() {
            @Override
            public StreamDialer streams() {
                return (Destination to, EventLoop any) -> dial(server);
            }

            @Override
            public boolean confirms() {
                return server.protocol().confirms();
            }
        };
    }

    private Future<Channel> dial(Server server) {
        dials++;
        touched.add(server);
        Promise<Channel> ready = loop.newPromise();
        boolean isMute = server.condition() == Condition.BROKEN || recognised(server) == Treatment.DROP;
        if (server.condition() == Condition.GONE || isDropped(server)) {
            fail(ready, DEADLINES.connect(), Stage.CONNECT, Fault.SILENT);
        } else if (server.condition() == Condition.REFUSES) {
            fail(ready, travel(server, 1), Stage.CONNECT, Fault.REFUSED);
        } else if (recognised(server) == Treatment.RESET) {
            fail(ready, travel(server, 2), Stage.AUTHENTICATE, Fault.CLOSED);
        } else if (isMute && server.protocol().confirms()) {
            fail(ready, travel(server, 1).plus(DEADLINES.handshake()), Stage.SECURE, Fault.SILENT);
        } else {
            loop.after(travel(server, server.protocol().roundTrips()), () -> open(ready, server));
        }
        return ready;
    }

    private void fail(Promise<Channel> ready, Duration after, Stage stage, Fault fault) {
        loop.after(after, () -> ready.tryFailure(new DialException(stage, Blame.UPSTREAM, fault)));
    }

    private void open(Promise<Channel> ready, Server server) {
        if (!ready.isDone()) {
            Site site = new Site(server);
            ready.trySuccess(site.channel);
        }
    }

    private boolean isDropped(Server server) {
        return censor.drops(server.address(), loop.now());
    }

    private @Nullable Treatment recognised(Server server) {
        return censor.recognises(server.protocol(), loop.now()).orElse(null);
    }

    private Duration travel(Server server, int roundTrips) {
        double longer = 1 + 0.3 * random.nextDouble();
        Duration usual = Duration.ofNanos((long) (server.roundTrip().toNanos() * roundTrips * longer));
        return random.nextDouble() < LOST ? usual.plus(SENT_AGAIN) : usual;
    }

    /** The page at the other end of one stream: answers every question. */
    private final class Site {
        private final Server server;
        private final VirtualChannel channel = new VirtualChannel(loop, this::asked);

        Site(Server server) {
            this.server = server;
        }

        private void asked(int bytes) {
            if (bytes > 0) {
                Duration trip = travel(server, 1).plus(TO_SITE);
                send(trip, HEAD);
                for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                    send(trip.multipliedBy(quarter), QUARTER);
                }
            }
        }

        private void send(Duration after, ByteBuf what) {
            loop.after(after, () -> {
                boolean isMute = server.condition() != Condition.WORKS || isDropped(server)
                        || recognised(server) != null;
                if (!isMute) {
                    channel.receive(what.duplicate());
                }
            });
        }
    }
}
