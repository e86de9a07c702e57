package org.byway.bench;

import java.lang.management.ManagementFactory;
import java.util.random.RandomGenerator;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;

/** Reads a list of 100,000 plain lines again and again, in this process. */
final class ImportTime {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 6;

    private ImportTime() {}

    static void print() {
        System.out.printf("%n## import of %d plain lines%n", LINES);
        String list = list();
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            long begun = System.nanoTime();
            ImportResult result = Importers.read(list, "benchmark");
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.gc();
            long kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before;
            System.out.printf("%.2f s, result of %.0f MB, %d lines%n", seconds, kept / 1e6, result.verdicts().size());
        }
    }

    private static String list() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            list.append("10.").append(i >> 16 & 255).append('.').append(i >> 8 & 255).append('.').append(i & 255)
                    .append(':').append(random.nextInt(1, 65536)).append(":user").append(i).append(":secret\n");
        }
        return list.toString();
    }
}
