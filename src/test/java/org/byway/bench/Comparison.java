package org.byway.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of several chains, taken in turn over several rounds, and what Byway's are of each peer's. */
final class Comparison {
    private final List<Chain> chains;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    Comparison(List<Chain> chains) {
        this.chains = chains;
    }

    /** Warms each chain up with one round that does not count, then takes the others in turn. */
    Comparison take(int rounds, Measurement... measurements) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Measurement measurement : measurements) {
                for (Chain chain : chains) {
                    Map<String, Double> taken = measurement.of(chain);
                    if (round > 0) {
                        taken.forEach((figure, value) -> figures.computeIfAbsent(figure, any -> new LinkedHashMap<>())
                                .computeIfAbsent(chain.name(), any -> new ArrayList<>()).add(value));
                    }
                }
            }
        }
        return this;
    }

    /** One line for each figure: the medians, and medians of the ratios within a round, of the last chain to each other. */
    void print(String title) {
        System.out.printf("%n## %s%n", title);
        figures.keySet().stream().sorted().forEach(figure -> {
            StringBuilder line = new StringBuilder("%-44s".formatted(figure));
            for (Chain chain : chains) {
                line.append("  %s %s".formatted(chain.name(), number(median(values(figure, chain)))));
            }
            List<Double> own = values(figure, chains.getLast());
            for (Chain peer : chains.subList(0, chains.size() - 1)) {
                line.append("  = %.2fx of %s".formatted(ratio(own, values(figure, peer)), peer.name()));
            }
            System.out.println(line);
        });
    }

    private List<Double> values(String figure, Chain chain) {
        return figures.getOrDefault(figure, Map.of()).getOrDefault(chain.name(), List.of());
    }

    private static double ratio(List<Double> own, List<Double> peers) {
        return median(IntStream.range(0, own.size()).mapToObj(i -> own.get(i) / peers.get(i)).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String number(double value) {
        return value < 10 ? "%.3f".formatted(value) : "%.0f".formatted(value);
    }
}
