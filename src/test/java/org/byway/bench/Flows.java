package org.byway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many streams that are open at once, and then all bring a page; each byte is checked. */
record Flows(int flows) implements Measurement {
    /** For all to be open; where one cannot be, the others do not wait for ever. */
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        CyclicBarrier allOpen = new CyclicBarrier(flows);
        Duration cpuBefore = chain.cpu();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> moving = new ArrayList<>();
            for (int i = 0; i < flows; i++) {
                moving.add(threads.submit(() -> {
                    fetch(chain, allOpen);
                    return true;
                }));
            }
            for (Future<?> each : moving) {
                each.get();
            }
        }
        double cpu = chain.cpu().minus(cpuBefore).toNanos() / 1e9;
        String what = flows + " flows at once, a page each, ";
        return Map.of(what + "s", (System.nanoTime() - begun) / 1e9, what + "CPU s/GB",
                cpu / ((double) flows * Pattern.BLOCK / 1e9));
    }

    private static void fetch(Chain chain, CyclicBarrier allOpen) throws Exception {
        try (Stream stream = Stream.through(chain, LoadServer.PAGE)) {
            stream.out().write(1);
            Pattern.exactly(stream.in(), 1);
            allOpen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            stream.out().write(1);
            Pattern.check(stream.in(), Pattern.BLOCK);
        }
    }
}
