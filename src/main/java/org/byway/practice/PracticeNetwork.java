package org.byway.practice;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.model.ListEntry;
import org.byway.model.Source;
import org.byway.net.EventLoops;

/**
 * Three SOCKS5 servers and a WireGuard server in front of {@code http://practice.byway/}, of which one after the other fails: every few seconds
 * another one refuses all connections and cuts those it had.
 */
public final class PracticeNetwork implements AutoCloseable {
    /** The one destination that exists here. */
    public static final Destination PAGE = Destination.of("practice.byway", 80);

    /** Its page, as a browser is told it. */
    public static final String ADDRESS = "http://" + PAGE.host() + "/";

    /** By which entries of this network are known in the list. */
    public static final String SOURCE = Source.PRACTICE;

    private static final List<String> NAMES = List.of("Practice-1", "Practice-2", "Practice-3");
    private static final String TUNNEL = "Practice-VPN";

    private final List<PracticeServer> upstreams = new ArrayList<>();
    private final EventLoop loop;
    private final Duration period;
    private Optional<Future<?>> strikes = Optional.empty();
    private int struck = -1;

    /** @param period from one failure to the next */
    public PracticeNetwork(EventLoops loops, Duration period) {
        this.period = period;
        loop = loops.next();
        NAMES.forEach(name -> upstreams.add(new PracticeUpstream(name, loops)));
        upstreams.add(new PracticeTunnel(TUNNEL, loops));
    }

    /** Starts it and gives its entries for a list; waits, so not for an event loop. */
    public List<ListEntry> open() {
        List<ListEntry> entries = new ArrayList<>();
        for (PracticeServer upstream : upstreams) {
            upstream.openFirst();
            entries.add(ListEntry.of(upstream.endpoint(), upstream.name(), SOURCE));
        }
        strikes = Optional.of(loop.scheduleAtFixedRate(this::strikeNext, period.toMillis(), period.toMillis(),
                TimeUnit.MILLISECONDS));
        return List.copyOf(entries);
    }

    /** Takes the next one down now and lets the one before come back, without waiting for the period. */
    public Future<?> strike() {
        return loop.submit(this::strikeNext);
    }

    private void strikeNext() {
        int next = (struck + 1) % upstreams.size();
        if (struck >= 0) {
            upstreams.get(struck).open();
        }
        upstreams.get(next).fail();
        struck = next;
    }

    @Override
    public void close() {
        strikes.ifPresent(it -> it.cancel(false));
        upstreams.forEach(PracticeServer::fail);
    }
}
