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

/** Many streams that are open at once, and then all bring so many bytes; each byte is checked. */
record Flows(int flows, int kilobytes) implements Measurement {
    /** For all to be open; where one cannot be, the others do not wait for ever. */
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        CyclicBarrier allOpen = new CyclicBarrier(flows);
        Duration cpuBefore = chain.cpu();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> moving = new ArrayList<>();
            for (int i = 0; i < flows; i++) {
                moving.add(threads.submit(() -> move(chain, allOpen)));
            }
            for (Future<Long> each : moving) {
                each.get();
            }
        }
        double gigabytes = (double) flows * kilobytes / 1e6;
        double cpu = chain.cpu().minus(cpuBefore).toNanos() / 1e9;
        String what = flows + " flows at once, each " + kilobytes + " KB, ";
        return Map.of(what + "s", (System.nanoTime() - begun) / 1e9, what + "CPU s/GB", cpu / gigabytes);
    }

    private long move(Chain chain, CyclicBarrier allOpen) throws Exception {
        Pattern.Checker checker = new Pattern.Checker();
        try (Stream stream = Stream.through(chain, LoadServer.SEND)) {
            allOpen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (checker.count() < kilobytes * 1000L && checker.read(stream.in())) {
                // checked as it comes
            }
        }
        return checker.count();
    }
}
