package org.byway.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Moves as much as it can over a few streams, down or up. */
record Bulk(int streams, boolean isUp, Duration time) implements Measurement {
    @Override
    public Map<String, Double> of(Chain chain) throws Exception {
        long bytes = 0;
        Duration cpuBefore = chain.cpu();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(streams)) {
            List<Future<Long>> moving = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                moving.add(threads.submit(() -> isUp ? up(chain, begun) : down(chain, begun)));
            }
            for (Future<Long> each : moving) {
                bytes += each.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = chain.cpu().minus(cpuBefore).toNanos() / 1e9;
        String what = (isUp ? "up " : "down ") + streams;
        return Map.of(what + ", CPU s/GB", cpu / (bytes / 1e9), what + ", Gbit/s (more is better)",
                bytes * 8 / 1e9 / seconds);
    }

    private boolean goesOn(long begun) {
        return System.nanoTime() - begun < time.toNanos();
    }

    private long down(Chain chain, long begun) throws Exception {
        Pattern.Checker checker = new Pattern.Checker();
        try (Stream stream = Stream.through(chain, LoadServer.SEND)) {
            while (goesOn(begun) && checker.read(stream.in())) {
                // checked as it comes
            }
        }
        return checker.count();
    }

    private long up(Chain chain, long begun) throws Exception {
        try (Stream stream = Stream.through(chain, LoadServer.COUNT)) {
            long sent = 0;
            while (goesOn(begun)) {
                sent += Pattern.write(stream.out());
            }
            stream.finish();
            long arrived = ByteBuffer.wrap(Pattern.exactly(stream.in(), Long.BYTES)).getLong();
            if (arrived != sent) {
                throw new IllegalStateException(arrived + " of " + sent + " bytes arrived");
            }
            return sent;
        }
    }
}
