package org.byway.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.byway.WindowWork;

/** The one list of what is measured; arguments name what to run, none means all. */
final class Benchmarks {
    private static final int ROUNDS = 5;
    private static final int HELD = 9_900;
    private static final Duration BULK = Duration.ofMillis(1500);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    private static final List<Benchmark> ALL = List.of(new Benchmark("relay", Benchmarks::relay),
            new Benchmark("connections", Benchmarks::connections),
            new Benchmark("shadowsocks", Benchmarks::shadowsocks), new Benchmark("https", Benchmarks::https),
            new Benchmark("wireguard", _ -> WireGuardRoads.print()),
            new Benchmark("memory", Benchmarks::memory), new Benchmark("import", _ -> ImportTime.print()),
            new Benchmark("window", _ -> WindowPulses.print()), new Benchmark("work", _ -> WindowWork.print()));

    /** One kind of measuring, with peers started for it alone. */
    private record Benchmark(String name, Work work) {}

    private interface Work {
        void run(Peers peers) throws Exception;
    }

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> names = ALL.stream().map(Benchmark::name).toList();
        List<String> wanted = args.length == 0 ? names : List.of(args);
        if (!names.containsAll(wanted)) {
            System.err.println("There are " + names + ".");
            System.exit(2);
        }
        Programs.byway();
        for (Benchmark each : ALL) {
            if (wanted.contains(each.name())) {
                try (Peers peers = new Peers(Files.createTempDirectory("byway-bench"))) {
                    each.work().run(peers);
                }
            }
        }
    }

    private static void relay(Peers peers) throws Exception {
        compare("plain relay", peers.plain(), bulk(1, false), bulk(8, false), bulk(8, true), new RoundTrips(SHORT));
    }

    private static void connections(Peers peers) throws Exception {
        List<Chain> chains = peers.plain();
        warmUp(chains);
        compare("connections, 16 at once", chains, new Connections(16, SHORT));
    }

    private static void shadowsocks(Peers peers) throws Exception {
        for (String method : List.of("aes-256-gcm", "chacha20-ietf-poly1305")) {
            compare("Shadowsocks " + method, peers.shadowsocks(method), bulk(1, false), bulk(8, false),
                    bulk(8, true));
        }
    }

    private static void https(Peers peers) throws Exception {
        List<Chain> chains = peers.https();
        compare("HTTPS proxy", chains, bulk(1, false), bulk(8, true));
        warmUp(chains);
        compare("HTTPS proxy, connections, 16 at once", chains, new Connections(16, SHORT));
    }

    private static void memory(Peers peers) throws Exception {
        List<Chain> chains = peers.plain();
        for (Chain chain : chains) {
            System.out.printf("%s: %.0f MB at first%n", chain.name(), chain.residentMegabytes());
        }
        new Comparison(chains).takeOnce(new Held(HELD)).print("memory");
    }

    private static Measurement bulk(int streams, boolean isUp) {
        return new Bulk(streams, isUp, BULK);
    }

    private static void compare(String title, List<Chain> chains, Measurement... measurements) throws Exception {
        if (!chains.isEmpty()) {
            new Comparison(chains).warmUpAndTake(ROUNDS, measurements).print(title);
        }
    }

    /** What the JVM has not compiled yet is not what a person meets for long. */
    private static void warmUp(List<Chain> chains) throws Exception {
        for (Chain chain : chains) {
            new Connections(16, WARM_UP).of(chain);
        }
    }
}
