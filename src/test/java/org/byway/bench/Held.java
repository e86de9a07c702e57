package org.byway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens many connections and holds them; each has to answer at the beginning and at the end. */
record Held(int connections) implements Measurement {
    private static final int HOLD_SECONDS = 2;

    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(Stream.through(chain, LoadServer.ECHO));
                open.getLast().exchange(i);
            }
            TimeUnit.SECONDS.sleep(HOLD_SECONDS);
            double megabytes = chain.residentMegabytes();
            for (int i = 0; i < connections; i++) {
                open.get(i).exchange(i);
            }
            return Map.of("resident MB with " + connections + " connections", megabytes);
        } finally {
            for (Stream each : open) {
                each.close();
            }
        }
    }
}
