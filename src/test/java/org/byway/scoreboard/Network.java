package org.byway.scoreboard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byway.faulty.FaultyUpstream;
import org.byway.faulty.Speech;
import org.byway.faulty.Temper;

/** The upstreams of one run, each in a prefix of its own, and whom of them the traffic goes through. */
final class Network implements AutoCloseable {
    private static final int UPSTREAMS = 4;
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);

    private final List<FaultyUpstream> upstreams = new ArrayList<>();
    private long[] before = new long[UPSTREAMS];

    Network(Speech speech, Site site) throws IOException {
        for (String address : addresses()) {
            upstreams.add(new FaultyUpstream(address, speech, site, ROUND_TRIP));
        }
    }

    /** Where the connections to sites may come from. */
    static Set<String> addresses() {
        return IntStream.rangeClosed(1, UPSTREAMS).mapToObj(i -> "127." + i + ".0.1")
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    List<FaultyUpstream> upstreams() {
        return upstreams;
    }

    /** Begins to look at who is in use. */
    void look() {
        before = counts();
    }

    void strike(Temper temper, Fault.Target target) throws IOException {
        if (target == Fault.Target.IN_USE) {
            inUse().strike(temper);
        } else {
            for (FaultyUpstream each : upstreams) {
                each.strike(temper);
            }
        }
    }

    /** Which one was asked most since the look. */
    private FaultyUpstream inUse() {
        long[] now = counts();
        int most = IntStream.range(0, UPSTREAMS).reduce((a, b) -> now[b] - before[b] > now[a] - before[a] ? b : a)
                .orElseThrow();
        return upstreams.get(most);
    }

    /** How many connections all of them were asked for so far. */
    long dials() {
        return upstreams.stream().mapToLong(FaultyUpstream::accepted).sum();
    }

    private long[] counts() {
        return upstreams.stream().mapToLong(FaultyUpstream::accepted).toArray();
    }

    @Override
    public void close() throws IOException {
        for (FaultyUpstream each : upstreams) {
            each.close();
        }
    }
}
