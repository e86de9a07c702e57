package org.byway.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The program: its argument {@code seeds=5} is how many worlds there are; prints the medians. */
final class Simulation {
    private static final String SEEDS = "seeds=";
    private static final int SERVERS = 100_000;
    private static final int OPERATORS = 4000;
    private static final List<Integer> LISTS = List.of(SERVERS, 500);

    private static final List<Column> COLUMNS = List.of(seconds("first byte s", Run.Figures::first),
            seconds("longest wait after the block s", Run.Figures::afterBlock),
            seconds("and later s", Run.Figures::later),
            new Column("without connection min", it -> it.without().toMillis() / 60_000.0, "%.1f"),
            new Column("dials", Run.Figures::dials, "%.0f"),
            new Column("servers touched", Run.Figures::touched, "%.0f"),
            new Column("not of the list", Run.Figures::strangers, "%.0f"));

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
        List<World> worlds = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            worlds.add(World.of(SERVERS, OPERATORS, seed));
        }
        System.out.println(
                "| list | chosen by | " + COLUMNS.stream().map(Column::title).collect(Collectors.joining(" | "))
                        + " |\n|---|---|" + "---|".repeat(COLUMNS.size()));
        for (int most : LISTS) {
            for (Contender contender : Contender.ALL) {
                System.out.println(row(contender, worlds, most));
            }
        }
        System.out.printf(Locale.ROOT, "%n%s, seeds: %d, medians%n", LocalDate.now(ZoneOffset.UTC), seeds);
    }

    private static String row(Contender contender, List<World> worlds, int most) {
        List<Run.Figures> all = new ArrayList<>();
        for (int i = 0; i < worlds.size(); i++) {
            Run.Figures figures = Run.of(contender, worlds.get(i), most, Censor.END, i + 1);
            System.err.println(most + " " + contender.title() + ": " + figures);
            all.add(figures);
        }
        return "| " + most + " | " + contender.title() + " | "
                + COLUMNS.stream().map(it -> it.median(all)).collect(Collectors.joining(" | ")) + " |";
    }

    private static Column seconds(String title, java.util.function.Function<Run.Figures, Duration> figure) {
        return new Column(title, it -> figure.apply(it).toMillis() / 1000.0, "%.1f");
    }
}
