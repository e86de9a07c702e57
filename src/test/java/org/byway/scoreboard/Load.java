package org.byway.scoreboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Fetches that begin at a steady rate, whatever becomes of those before: small pages mostly, a few large ones. */
final class Load {
    static final int PER_SECOND = 40;

    private static final int SMALL = 8 * 1024;
    private static final int MIDDLE = 64 * 1024;
    private static final int LARGE = 1024 * 1024;

    private final Browser browser;
    private final Random random;
    private final Queue<Fetch> done = new ConcurrentLinkedQueue<>();

    Load(Browser browser, long seed) {
        this.browser = browser;
        this.random = new Random(seed);
    }

    /** Something that happens before the fetch of this number begins. */
    @FunctionalInterface
    interface Watch {
        void before(int fetch) throws Exception;
    }

    /** Waits for the last of them. */
    List<Fetch> run(Duration time, int perSecond, Watch watch) throws Exception {
        long begun = System.nanoTime();
        int count = Math.toIntExact(time.toMillis() * perSecond / 1000);
        try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                watch.before(i);
                String host = Site.host(random.nextInt(Integer.MAX_VALUE));
                int bytes = bytes();
                programs.submit(() -> done.add(browser.fetch(host, bytes)));
                long next = begun + TimeUnit.SECONDS.toNanos(i + 1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        }
        return new ArrayList<>(done);
    }

    private int bytes() {
        int percent = random.nextInt(100);
        if (percent < 70) {
            return SMALL;
        }
        return percent < 95 ? MIDDLE : LARGE;
    }
}
