package org.byway.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The program: its argument {@code seeds=5} is how many worlds there are; prints the medians. */
final class Simulation {
    private static final String SEEDS = "seeds=";
    private static final int SERVERS = 100_000;
    private static final int OPERATORS = 4000;
    private static final List<Case> CASES = List.of(new Case("100,000", SERVERS, 0.4),
            new Case("500 of them", 500, 0.4),
            new Case("100,000, nearly all dead", SERVERS, 0.95));

    private static final List<Contender> CONTENDERS = List.of(Contender.RANDOM, Contender.FASTEST, Contender.BYWAY);

    private static final List<Column> COLUMNS = List.of(seconds("first byte s", Run.Figures::first),
            seconds("longest wait after the block s", Run.Figures::afterBlock),
            seconds("and later s", Run.Figures::later),
            new Column("without connection min", it -> it.without().toMillis() / 60_000.0, "%.1f"),
            new Column("dials", Run.Figures::dials, "%.0f"),
            new Column("servers touched", Run.Figures::touched, "%.0f"),
            new Column("not of the list", Run.Figures::strangers, "%.0f"));

    /** @param dead the share of the servers that never work */
    private record Case(String title, int listed, double dead) {}

    /** One figure of the table. */
    private record Column(String title, ToDoubleFunction<Run.Figures> figure, String format) {
        String median(List<Run.Figures> all) {
            double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
            return String.format(Locale.ROOT, format, sorted[sorted.length / 2]);
        }
    }

    private Simulation() {}

    public static void main(String[] args) {
        int seeds = 5;
        for (String arg : args) {
            if (!arg.matches(SEEDS + "[1-9][0-9]{0,3}")) {
                System.err.println("The only argument is " + SEEDS + " with a number.");
                System.exit(2);
            }
            seeds = Integer.parseInt(arg.substring(SEEDS.length()));
        }
        System.out.println(
                "| list | chosen by | " + COLUMNS.stream().map(Column::title).collect(Collectors.joining(" | "))
                        + " |\n|---|---|" + "---|".repeat(COLUMNS.size()));
        for (Case each : CASES) {
            for (Contender contender : CONTENDERS) {
                System.out.println(row(contender, each, seeds));
            }
        }
        System.out.printf(Locale.ROOT, "%n%s, seeds: %d, medians%n", LocalDate.now(ZoneOffset.UTC), seeds);
    }

    private static String row(Contender contender, Case of, int seeds) {
        List<Run.Figures> all = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            World world = World.of(SERVERS, OPERATORS, of.dead(), seed);
            Run.Figures figures = Run.of(contender, world, of.listed(), Censor.END, seed);
            System.err.println(of.title() + ", " + contender.title() + ": " + figures);
            all.add(figures);
        }
        return "| " + of.title() + " | " + contender.title() + " | "
                + COLUMNS.stream().map(it -> it.median(all)).collect(Collectors.joining(" | ")) + " |";
    }

    private static Column seconds(String title, Function<Run.Figures, Duration> figure) {
        return new Column(title, it -> figure.apply(it).toMillis() / 1000.0, "%.1f");
    }
}
