package org.byway.scoreboard;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Chain;
import org.byway.bench.Programs;

/** One forwarder, freshly started, under load, and one fault. */
final class Round {
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(1200);

    private final Forwarder forwarder;
    private final Fault fault;
    private final Site site;
    private final long seed;
    private volatile long struck;

    Round(Forwarder forwarder, Fault fault, Site site, long seed) {
        this.forwarder = forwarder;
        this.fault = fault;
        this.site = site;
        this.seed = seed;
    }

    Aftermath run() throws Exception {
        int port = Programs.freePort();
        try (Network network = new Network(forwarder.speech(), site);
                Programs programs = new Programs(Files.createTempDirectory("byway-scoreboard"));
                Browser browser = new Browser(port, site.port())) {
            Process process = forwarder.start(programs, port, network.upstreams());
            Chain chain = new Chain(forwarder.title(), port, process.toHandle(), site.port());
            new Load(browser, seed).run(WARM_UP, Load.PER_SECOND, _ -> {});
            return measure(network, chain, browser);
        }
    }

    private Aftermath measure(Network network, Chain chain, Browser browser) throws Exception {
        long dials = network.dials();
        long strangers = site.strangers();
        Cost cost = Cost.of(chain);
        List<Fetch> asks = new ArrayList<>();
        Thread asking = Thread.ofVirtual().unstarted(() -> askForDeadSite(browser, asks));
        if (fault.hasDeadSite()) {
            asking.start();
        }
        int third = Math.toIntExact(fault.run().toMillis() * Load.PER_SECOND / 3000);
        List<Fetch> fetches = new Load(browser, ~seed).run(fault.run(), Load.PER_SECOND, number -> {
            if (number == third - Load.PER_SECOND) {
                network.look();
            } else if (number == third) {
                struck = System.nanoTime();
                CompletableFuture.runAsync(() -> strike(network), Thread::startVirtualThread);
            }
        });
        asking.interrupt();
        asking.join();
        return new Aftermath(fetches, asks, struck, network.dials() - dials, site.strangers() - strangers,
                cost.since(chain));
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
