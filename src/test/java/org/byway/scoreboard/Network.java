package org.byway.scoreboard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byway.faulty.FaultyServer;
import org.byway.faulty.FaultyTunnel;
import org.byway.faulty.ServerKind;
import org.byway.faulty.Temper;

/** The upstreams of one run, each in a prefix of its own, and whom of them the traffic goes through. */
final class Network implements AutoCloseable {
    static final int UPSTREAMS = 4;

    private static final Duration ROUND_TRIP = Duration.ofMillis(50);

    private final List<FaultyServer> upstreams = new ArrayList<>();
    private long[] before = new long[UPSTREAMS];

    /** @param kinds of the upstreams, in the order of the list */
    Network(List<ServerKind> kinds, Site site) throws IOException {
        for (String address : addresses()) {
            upstreams.add(kinds.get(upstreams.size()).open(address, site, ROUND_TRIP));
        }
    }

    /** Where the connections to sites may come from. */
    static Set<String> addresses() {
        return IntStream.rangeClosed(1, UPSTREAMS).mapToObj(i -> "127." + i + ".0.1")
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    List<FaultyServer> upstreams() {
        return upstreams;
    }

    /** Begins to look at who is in use. */
    void look() {
        before = counts();
    }

    void strike(Temper temper, Fault.Target target) throws IOException {
        List<FaultyServer> struck = switch (target) {
            case IN_USE -> List.of(inUse());
            case ALL -> upstreams;
            case DATAGRAMS -> upstreams.stream().filter(FaultyTunnel.class::isInstance).toList();
        };
        for (FaultyServer each : struck) {
            each.strike(temper);
        }
    }

    /** Which one was asked most since the look. */
    private FaultyServer inUse() {
        long[] now = counts();
        int most = IntStream.range(0, UPSTREAMS).reduce((a, b) -> now[b] - before[b] > now[a] - before[a] ? b : a)
                .orElseThrow();
        return upstreams.get(most);
    }

    /** How many connections all of them were asked for so far. */
    long dials() {
        return upstreams.stream().mapToLong(FaultyServer::accepted).sum();
    }

    private long[] counts() {
        return upstreams.stream().mapToLong(FaultyServer::accepted).toArray();
    }

    @Override
    public void close() throws IOException {
        for (FaultyServer each : upstreams) {
            each.close();
        }
    }
}
