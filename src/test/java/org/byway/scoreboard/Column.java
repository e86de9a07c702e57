package org.byway.scoreboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** One figure of the table: the median of the rounds; of connections past the upstreams the most. */
enum Column {
    REQUESTS("requests", it -> it.fetches().size(), "%.0f"), FLOWING("flowing",
            it -> it.in(Aftermath.Phase.FLOWING).count(),
            "%.0f"), FLOWING_FAILED("failed", it -> it.failed(Aftermath.Phase.FLOWING), "%.0f"), OPENING("opening",
                    it -> it.in(Aftermath.Phase.OPENING).count(),
                    "%.0f"), OPENING_FAILED("failed", it -> it.failed(Aftermath.Phase.OPENING), "%.0f"), NEW("new",
                            it -> it.in(Aftermath.Phase.NEW).count(),
                            "%.0f"), NEW_FAILED("failed", it -> it.failed(Aftermath.Phase.NEW), "%.0f"), P50_BEFORE(
                                    "p50 s", it -> it.before(50),
                                    "%.2f"), P50_AFTER("after", it -> it.after(50), "%.2f"), P99_BEFORE("p99 s",
                                            it -> it.before(99),
                                            "%.2f"), P99_AFTER("after", it -> it.after(99), "%.2f"), WAIT("wait s",
                                                    it -> it.after(99) - it.before(99),
                                                    "%.2f"), GAP("longest gap s", Aftermath::gap, "%.2f"), HEALTHY(
                                                            "healthy after s", Aftermath::untilHealthy,
                                                            "%.2f"), ERROR_P50("error after s", it -> it.untilError(50),
                                                                    "%.1f"), ERROR_LAST("last",
                                                                            it -> it.untilError(100),
                                                                            "%.1f"), EXTRA("extra dials %",
                                                                                    Aftermath::extraDials,
                                                                                    "%.1f"), DIRECT("direct",
                                                                                            it -> it.strangers(),
                                                                                            "%.0f");

    private final String title;
    private final ToDoubleFunction<Aftermath> figure;
    private final String format;

    Column(String title, ToDoubleFunction<Aftermath> figure, String format) {
        this.title = title;
        this.figure = figure;
        this.format = format;
    }

    static String head() {
        return "| fault | forwarder | " + Arrays.stream(values()).map(it -> it.title).collect(Collectors.joining(" | "))
                + " |\n|---|---|" + "---|".repeat(values().length);
    }

    static String row(Fault fault, Forwarder forwarder, List<Aftermath> rounds) {
        return "| " + fault.name() + " | " + forwarder.title() + " | "
                + Arrays.stream(values()).map(it -> it.of(rounds)).collect(Collectors.joining(" | ")) + " |";
    }

    private String of(List<Aftermath> rounds) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        double told = sorted[this == DIRECT ? sorted.length - 1 : sorted.length / 2];
        if (Double.isNaN(told)) {
            return "-";
        }
        return Double.isInfinite(told) ? "never" : String.format(Locale.ROOT, format, told);
    }
}
