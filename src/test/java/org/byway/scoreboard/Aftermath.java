package org.byway.scoreboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What programs saw of one strike.
 *
 * @param asks  for the site that is dead, if anybody asked
 * @param dials that the upstreams were asked for
 * @param strangers connections that reached a site past the upstreams
 */
record Aftermath(List<Fetch> fetches, List<Fetch> asks, long struck, long dials, long strangers, Cost.Share cost) {
    private static final double NANOS = 1e9;
    private static final int HEALTHY_IN_A_ROW = 40;
    private static final double HEALTHY_WITHIN = 0.5;

    /** How far a fetch was when the upstream was struck. */
    enum Phase {
        OVER, FLOWING, OPENING, NEW
    }

    Phase phase(Fetch fetch) {
        if (fetch.begun() - struck >= 0) {
            return Phase.NEW;
        }
        if (fetch.ended() - struck < 0) {
            return Phase.OVER;
        }
        return fetch.hadBytesAt(struck) ? Phase.FLOWING : Phase.OPENING;
    }

    Stream<Fetch> in(Phase phase) {
        return fetches.stream().filter(fetch -> phase(fetch) == phase);
    }

    long failed(Phase phase) {
        return in(phase).filter(fetch -> !fetch.isWhole()).count();
    }

    /** Seconds that whole fetches took, at this rank of a hundred. */
    double before(int percent) {
        return percentile(in(Phase.OVER).filter(Fetch::isWhole), percent);
    }

    double after(int percent) {
        return percentile(touched().filter(Fetch::isWhole), percent);
    }

    /** How many of those that were not flowing yet failed before the first byte of an answer. */
    long unanswered() {
        return touched().filter(fetch -> !fetch.isWhole() && fetch.answered() == 0).count();
    }

    /** Seconds until those who got no page were told so. */
    double untilError(int percent) {
        return percentile(asks.isEmpty() ? touched().filter(fetch -> !fetch.isWhole()) : asks.stream(), percent);
    }

    private Stream<Fetch> touched() {
        return Stream.concat(in(Phase.OPENING), in(Phase.NEW));
    }

    /** The longest time from the strike on in which nobody got a whole page, in seconds. */
    double gap() {
        List<Long> moments = new ArrayList<>(List.of(struck, lastBegun()));
        fetches.stream().filter(Fetch::isWhole).map(Fetch::ended)
                .filter(it -> it - struck > 0 && it - lastBegun() < 0).forEach(moments::add);
        moments.sort(Comparator.naturalOrder());
        double gap = 0;
        for (int i = 1; i < moments.size(); i++) {
            gap = Math.max(gap, (moments.get(i) - moments.get(i - 1)) / NANOS);
        }
        return gap;
    }

    /** Seconds until forty fetches in a row are whole and at most half a second slower than nearly all before; infinite if never. */
    double untilHealthy() {
        double limit = before(99) + HEALTHY_WITHIN;
        List<Fetch> fresh = in(Phase.NEW).sorted(Comparator.comparingLong(Fetch::begun)).toList();
        int row = 0;
        for (Fetch each : fresh) {
            row = each.isWhole() && each.took().toNanos() / NANOS <= limit ? row + 1 : 0;
            if (row == HEALTHY_IN_A_ROW) {
                Fetch first = fresh.get(fresh.indexOf(each) - HEALTHY_IN_A_ROW + 1);
                return (first.begun() - struck) / NANOS;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Connections at the upstreams beyond one for each request, in percent. */
    double extraDials() {
        int requests = fetches.size() + asks.size();
        return 100.0 * (dials - requests) / requests;
    }

    private long lastBegun() {
        return fetches.stream().mapToLong(Fetch::begun).max().orElse(struck);
    }

    /** Not a number where there is none. */
    private static double percentile(Stream<Fetch> fetches, int percent) {
        double[] sorted = fetches.map(Fetch::took).mapToDouble(Duration::toNanos).sorted().toArray();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
        return DoubleStream.of(sorted).skip(Math.max(rank, 0)).findFirst().orElse(Double.NaN) / NANOS;
    }
}
