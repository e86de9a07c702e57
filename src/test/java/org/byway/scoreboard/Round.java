package org.byway.scoreboard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One forwarder, freshly started, under load, and one fault. */
final class Round {
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(1200);

    private final Forwarder forwarder;
    private final Fault fault;
    private final Site site;
    private final long seed;
    private volatile long struck;
    private volatile Cost.Share spent = new Cost.Share(Double.NaN, Double.NaN);

    Round(Forwarder forwarder, Fault fault, Site site, long seed) {
        this.forwarder = forwarder;
        this.fault = fault;
        this.site = site;
        this.seed = seed;
    }

    Aftermath run() throws Exception {
        try (Rig rig = Rig.of(forwarder, site)) {
            new Load(rig.browser(), seed).run(WARM_UP, Load.PER_SECOND, _ -> {});
            return measure(rig);
        }
    }

    private Aftermath measure(Rig rig) throws Exception {
        Network network = rig.network();
        long dials = network.dials();
        long strangers = site.strangers();
        Cost cost = Cost.of(rig.chain());
        List<Fetch> asks = new ArrayList<>();
        Thread asking = Thread.ofVirtual().unstarted(() -> askForDeadSite(rig.browser(), asks));
        if (fault.hasDeadSite()) {
            asking.start();
        }
        int third = Math.toIntExact(fault.run().toMillis() * Load.PER_SECOND / 3000);
        List<Fetch> fetches = new Load(rig.browser(), ~seed).run(fault.run(), Load.PER_SECOND, number -> {
            if (number == third - Load.PER_SECOND) {
                network.look();
            } else if (number == 3 * third - 1) {
                spent = cost.since(rig.chain());
            } else if (number == third) {
                struck = System.nanoTime();
                CompletableFuture.runAsync(() -> strike(network), Thread::startVirtualThread);
            }
        });
        asking.interrupt();
        asking.join();
        return new Aftermath(fetches, asks, struck, network.dials() - dials, site.strangers() - strangers, spent);
    }

    private void strike(Network network) {
        try {
            network.strike(fault.temper(), fault.target());
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** As an advertisement does that no longer exists: 50 times a minute. */
    private static void askForDeadSite(Browser browser, List<Fetch> asks) {
        try {
            while (true) {
                asks.add(browser.fetch(Site.DEAD, 1));
                TimeUnit.NANOSECONDS.sleep(BETWEEN_ASKS.toNanos());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
