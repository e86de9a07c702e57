package org.byway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Opens connections, has one exchange over each and closes it, some at the same time. */
record Connections(int atOnce, Duration time) implements Measurement {
    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        Duration cpuBefore = chain.cpu();
        long begun = System.nanoTime();
        long count = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Long>> opening = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                opening.add(threads.submit(() -> open(chain, begun)));
            }
            for (Future<Long> each : opening) {
                count += each.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = chain.cpu().minus(cpuBefore).toNanos() / 1e3;
        return Map.of("CPU us/connection", cpu / count, "connections/s (more is better)", count / seconds);
    }

    private long open(Chain chain, long begun) throws Exception {
        long opened = 0;
        while (System.nanoTime() - begun < time.toNanos()) {
            try (Stream stream = Stream.through(chain, LoadServer.ECHO)) {
                stream.exchange((int) opened++);
            }
        }
        return opened;
    }
}
