package org.byway.scoreboard;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.bench.Programs;
import org.byway.faulty.FaultyUpstream;
import org.byway.faulty.Socks5Speech;

/**
 * The program: its arguments name faults and forwarders, none of a kind means all. {@code scoreboard.rounds} is how often each
 * is run, {@code scoreboard.survival} how many seconds the traffic lives that must survive.
 */
final class Scoreboard {
    private static final String SURVIVAL = "survival";
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final List<Fault> faults;
    private final List<Forwarder> forwarders;
    private final boolean isSurvivalWanted;
    private final int rounds = Integer.getInteger("scoreboard.rounds", 5);
    private final Duration survival = Duration.ofSeconds(Integer.getInteger("scoreboard.survival", 60));
    private final List<Cost.Share> costs = new ArrayList<>();

    private Scoreboard(List<String> wanted) {
        faults = chosen(Fault.ALL, Fault::name, wanted, wanted.contains(SURVIVAL));
        forwarders = chosen(List.of(Forwarder.values()), Forwarder::title, wanted, false).stream()
                .filter(Forwarder::isInstalled).toList();
        isSurvivalWanted = wanted.contains(SURVIVAL) || faults.size() == Fault.ALL.size();
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args);
        List<String> known = Stream.of(Fault.ALL.stream().map(Fault::name), Stream.of(SURVIVAL),
                Arrays.stream(Forwarder.values()).map(Forwarder::title)).flatMap(it -> it).toList();
        if (!known.containsAll(wanted)) {
            System.err.println("There are " + known + ".");
            System.exit(2);
        }
        Programs.byway();
        new Scoreboard(wanted).run();
        System.exit(0);
    }

    /** Each row is printed when it is there: what was measured outlives a run that is stopped. */
    private void run() throws Exception {
        try (Site site = new Site(Network.addresses())) {
            warmUp(site);
            System.out.println("\n" + Column.head());
            for (Fault fault : faults) {
                for (Forwarder forwarder : forwarders) {
                    if (forwarder.bears(fault)) {
                        System.out.println(Column.row(fault, forwarder, strike(fault, forwarder, site)));
                    }
                }
            }
            System.out.printf(Locale.ROOT,
                    "%n%s, rounds: %d, medians; %d processors, of which the equipment took %.0f %%%n",
                    LocalDate.now(ZoneOffset.UTC), rounds, Runtime.getRuntime().availableProcessors(),
                    costs.stream().mapToDouble(Cost.Share::equipment).average().orElse(0));
            for (Forwarder forwarder : forwarders) {
                System.out.println("- " + forwarder.title() + ": " + forwarder.version());
            }
            if (isSurvivalWanted) {
                System.out.println("\n" + Survival.head());
                for (Forwarder forwarder : forwarders) {
                    System.out.println(new Survival(forwarder, site, survival).row());
                }
            }
        }
    }

    /** What is not compiled yet would be counted against the first forwarder. */
    private static void warmUp(Site site) throws Exception {
        try (FaultyUpstream upstream = new FaultyUpstream("127.0.0.1", new Socks5Speech(), site, Duration.ZERO);
                Browser browser = new Browser(upstream.address(), site.port())) {
            new Load(browser, 0).run(WARM_UP, Load.PER_SECOND, _ -> {});
        }
    }

    private List<Aftermath> strike(Fault fault, Forwarder forwarder, Site site) throws Exception {
        List<Aftermath> aftermaths = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Aftermath aftermath = new Round(forwarder, fault, site, round).run();
            aftermaths.add(aftermath);
            costs.add(aftermath.cost());
            System.err.printf(Locale.ROOT, "%s %s: %s, forwarder %.0f %% and equipment %.0f %% of a core%n",
                    fault.name(),
                    forwarder.title(), failures(aftermath), aftermath.cost().forwarder(), aftermath.cost().equipment());
        }
        return aftermaths;
    }

    /** For those who look for the cause. */
    private static Map<String, Long> failures(Aftermath aftermath) {
        return aftermath.fetches().stream().filter(fetch -> !fetch.isWhole())
                .collect(Collectors.groupingBy(fetch -> aftermath.phase(fetch) + " " + fetch.failure(), TreeMap::new,
                        Collectors.counting()));
    }

    /** Those that are named; all where none is and nothing else of their kind was asked for. */
    private static <T> List<T> chosen(List<T> all, Function<T, String> name, List<String> wanted,
            boolean isOtherWanted) {
        List<T> named = all.stream().filter(it -> wanted.contains(name.apply(it))).toList();
        return named.isEmpty() && !isOtherWanted ? all : named;
    }
}
