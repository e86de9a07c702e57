package org.byway.engine.standing;

import io.netty.channel.Channel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.Flow;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter.Traffic;

/**
 * Which streams are open, and how much went through each endpoint since the start. Written to on the loops, read by
 * anybody; nothing of it outlives the process. What is read of an open stream may lag behind by a moment.
 */
public final class ConnectionBook {
    private final InstantSource clock;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Page> open = new ConcurrentHashMap<>();
    private final Map<EndpointId, Traffic> ended = new ConcurrentHashMap<>();

    public ConnectionBook(InstantSource clock) {
        this.clock = clock;
    }

    private record Page(Destination to, NamedEndpoint through, Instant since, Channel client, Relay relay) {
        Traffic moved() {
            return new Traffic(relay.up(), relay.down(), 1);
        }
    }

    /** From the relay's begin to the program's end; on the stream's loop. */
    public void add(Flow flow, NamedEndpoint through, Relay relay) {
        long number = numbers.incrementAndGet();
        Page page = new Page(flow.to(), through, clock.instant(), flow.client(), relay);
        open.put(number, page);
        flow.client().closeFuture().addListener(closed -> {
            Traffic moved = page.moved();
            ended.merge(through.id(), new Traffic(moved.up(), moved.down(), 0), ConnectionBook::sum);
            open.remove(number);
        });
    }

    /** Newest first. */
    public List<OpenConnection> now() {
        return open.entrySet().stream().sorted(Comparator.comparingLong(it -> -it.getKey()))
                .map(it -> new OpenConnection(it.getKey(), it.getValue().to(), it.getValue().through(),
                        it.getValue().since(), it.getValue().moved()))
                .toList();
    }

    /** Does nothing where it has ended already. */
    public void close(long number) {
        Page page = open.get(number);
        if (page != null) {
            page.client().close();
        }
    }

    /** Of each endpoint that streams went through: bytes since the start, and streams that are open. */
    public Map<EndpointId, Traffic> totals() {
        Map<EndpointId, Traffic> totals = new HashMap<>(ended);
        open.values().forEach(page -> totals.merge(page.through().id(), page.moved(), ConnectionBook::sum));
        return totals;
    }

    private static Traffic sum(Traffic one, Traffic other) {
        return new Traffic(one.up() + other.up(), one.down() + other.down(), one.connections() + other.connections());
    }
}
