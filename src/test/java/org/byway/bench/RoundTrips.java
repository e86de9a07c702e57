package org.byway.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** One short question after the other on one connection. */
record RoundTrips(Duration time) implements Measurement {
    private static final int MOST = 1_000_000;

    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        long[] took = new long[MOST];
        int count = 0;
        try (Stream stream = Stream.through(chain, LoadServer.ECHO)) {
            long begun = System.nanoTime();
            for (long now = begun; now - begun < time.toNanos() && count < MOST; count++) {
                stream.exchange(count);
                long after = System.nanoTime();
                took[count] = after - now;
                now = after;
            }
        }
        Arrays.sort(took, 0, count);
        return Map.of("round trip p50, us", took[count / 2] / 1e3, "round trip p99, us", took[count * 99 / 100] / 1e3);
    }
}
