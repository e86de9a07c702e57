package org.byway.scoreboard;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** One figure of the table: the median of the rounds; of connections past the upstreams the most. */
record Column(String title, ToDoubleFunction<Aftermath> figure, String format) {
    private static final Column DIRECT = count("direct", Aftermath::strangers);
    private static final List<Column> ALL = List.of(count("requests", it -> it.fetches().size()),
            count("flowing", it -> it.in(Aftermath.Phase.FLOWING).count()),
            count("failed", it -> it.failed(Aftermath.Phase.FLOWING)),
            count("opening", it -> it.in(Aftermath.Phase.OPENING).count()),
            count("failed", it -> it.failed(Aftermath.Phase.OPENING)),
            count("new", it -> it.in(Aftermath.Phase.NEW).count()),
            count("failed", it -> it.failed(Aftermath.Phase.NEW)), count("without a byte", Aftermath::unanswered),
            seconds("p50 s", it -> it.before(50)),
            seconds("after", it -> it.after(50)), seconds("p99 s", it -> it.before(99)),
            seconds("after", it -> it.after(99)), seconds("wait s", it -> it.after(99) - it.before(99)),
            seconds("longest gap s", Aftermath::gap), seconds("healthy after s", Aftermath::untilHealthy),
            seconds("error after s", it -> it.untilError(50)), seconds("last", it -> it.untilError(100)),
            new Column("extra dials %", Aftermath::extraDials, "%.1f"), DIRECT);

    private static Column count(String title, ToDoubleFunction<Aftermath> figure) {
        return new Column(title, figure, "%.0f");
    }

    private static Column seconds(String title, ToDoubleFunction<Aftermath> figure) {
        return new Column(title, figure, "%.2f");
    }

    static String head() {
        return "| fault | forwarder | " + ALL.stream().map(Column::title).collect(Collectors.joining(" | "))
                + " |\n|---|---|" + "---|".repeat(ALL.size());
    }

    static String row(Fault fault, Forwarder forwarder, List<Aftermath> rounds) {
        return "| " + fault.name() + " | " + forwarder.title() + " | "
                + ALL.stream().map(it -> it.of(rounds)).collect(Collectors.joining(" | ")) + " |";
    }

    private String of(List<Aftermath> rounds) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        double told = sorted[this.equals(DIRECT) ? sorted.length - 1 : sorted.length / 2];
        if (Double.isNaN(told)) {
            return "-";
        }
        return Double.isInfinite(told) ? "never" : String.format(Locale.ROOT, format, told);
    }
}
