package org.byway.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.byway.bench.Chain;

/**
 * What a forwarder's process has at a moment; Linux only.
 *
 * @param heapMegabytes after a collection of everything
 */
public record Vitals(double minute, double heapMegabytes, double residentMegabytes, int descriptors, int threads) {
    private static final Pattern USED = Pattern.compile("total\\s+\\d+K, used (\\d+)K");

    public static Vitals of(Chain chain, double minute) throws IOException, InterruptedException {
        long pid = chain.proxy().pid();
        command(pid, "GC.run");
        return new Vitals(minute, heap(command(pid, "GC.heap_info")), chain.residentMegabytes(), descriptors(pid),
                threads(pid));
    }

    public static int descriptors(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) open.count();
        }
    }

    private static int threads(long pid) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return (int) tasks.count();
        }
    }

    private static double heap(String info) throws IOException {
        double used = 0;
        Matcher found = USED.matcher(info);
        while (found.find()) {
            used += Long.parseLong(found.group(1)) * 1024 / 1e6;
        }
        if (used == 0) {
            throw new IOException("no heap in " + info);
        }
        return used;
    }

    private static String command(long pid, String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), what).redirectErrorStream(true).start();
        String output;
        try (var out = jcmd.inputReader()) {
            output = String.join("\n", out.readAllLines());
        }
        if (jcmd.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }
}
