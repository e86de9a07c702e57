package org.byway.scoreboard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Traffic that must survive, all kinds at once over healthy upstreams, beside a light load of fetches. */
final class Survival {
    private static final int FETCHES_PER_SECOND = 5;

    private final Forwarder forwarder;
    private final Site site;
    private final Duration time;
    private final Map<Survivor, String> cut = new ConcurrentHashMap<>();

    Survival(Forwarder forwarder, Site site, Duration time) {
        this.forwarder = forwarder;
        this.site = site;
        this.time = time;
    }

    static String head() {
        StringBuilder head = new StringBuilder("| forwarder |");
        for (Survivor each : Survivor.values()) {
            head.append(' ').append(each.name().toLowerCase(Locale.ROOT).replace('_', ' ')).append(" |");
        }
        return head + " fetches failed | extra dials |\n|---|" + "---|".repeat(Survivor.values().length + 2);
    }

    String row() throws Exception {
        try (Rig rig = Rig.of(forwarder, site)) {
            List<Thread> living = new ArrayList<>();
            for (Survivor each : Survivor.values()) {
                String host = Site.host(living.size());
                living.add(Thread.ofVirtual().start(() -> live(each, host, rig.browser())));
            }
            List<Fetch> fetches = new Load(rig.browser(), 0).run(time, FETCHES_PER_SECOND, _ -> {});
            for (Thread each : living) {
                each.join();
            }
            long extra = rig.network().dials() - fetches.size() - living.size();
            return row(fetches.stream().filter(fetch -> !fetch.isWhole()).count(), extra);
        }
    }

    private void live(Survivor survivor, String host, Browser browser) {
        try (Browser.Page page = browser.open(host, time.multipliedBy(3))) {
            survivor.live(page, time);
        } catch (IOException why) {
            cut.put(survivor, String.valueOf(why.getMessage()));
        }
    }

    private String row(long failed, long extra) {
        Map<Survivor, String> words = new EnumMap<>(Survivor.class);
        for (Survivor each : Survivor.values()) {
            words.put(each, cut.containsKey(each) ? "cut: " + cut.get(each) : "survived");
        }
        return "| " + forwarder.title() + " | " + String.join(" | ", words.values()) + " | " + failed + " | " + extra
                + " |";
    }
}
