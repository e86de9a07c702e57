package org.byway.scoreboard;

import java.time.Duration;
import org.byway.bench.Chain;

/**
 * Processor time, user and system, that was spent.
 *
 * @param forwarder by the program under test
 * @param equipment by everything else: programs, upstreams and sites
 */
record Cost(long at, Duration forwarder, Duration equipment) {
    /** Up to now. */
    static Cost of(Chain chain) {
        return new Cost(System.nanoTime(), chain.cpu(),
                ProcessHandle.current().info().totalCpuDuration().orElseThrow());
    }

    /** What was spent from then to now. */
    Share since(Chain chain) {
        Cost now = of(chain);
        return new Share(percent(now.forwarder().minus(forwarder), now.at() - at),
                percent(now.equipment().minus(equipment), now.at() - at));
    }

    /** In percent of one core. */
    record Share(double forwarder, double equipment) {}

    private static double percent(Duration spent, long nanos) {
        return 100.0 * spent.toNanos() / nanos;
    }
}
