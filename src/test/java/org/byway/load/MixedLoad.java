package org.byway.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.byway.bench.Chain;
import org.byway.bench.Peers;

/** The program: {@code SECONDS WORKERS}, and {@code paranoid} where every buffer of Byway is to be followed. */
final class MixedLoad {
    private static final List<Work> KINDS = List.of(Work.values());
    /** A lost buffer, no memory, an error that nobody expected, and one that no handler took. */
    private static final List<String> ALARMING = List.of("LEAK", "OutOfMemory", "Exception in", "Uncaught",
            "onUnhandledInboundException", "An exception was thrown by");
    private static final int UPSTREAMS = 4;
    private static final int MOST_REST_MILLIS = 500;
    private static final int SAMPLES = 30;
    private static final Duration SETTLED = Duration.ofSeconds(4);
    private static final Duration DRAINED = Duration.ofSeconds(40);

    // what may grow: an allowance in any time, and a slope a minute
    private static final double HEAP_MEGABYTES = 6;
    private static final double HEAP_MEGABYTES_PER_MINUTE = 0.1;
    private static final double RESIDENT_MEGABYTES = 40;
    private static final double RESIDENT_MEGABYTES_PER_MINUTE = 0.5;
    private static final double THREADS = 4;

    private final Chain chain;
    private final Deaths deaths;
    private final Tally tally = new Tally();
    private final List<Thread> running = new ArrayList<>();

    private MixedLoad(Chain chain, Deaths deaths) {
        this.chain = chain;
        this.deaths = deaths;
    }

    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(args[0]));
        int workers = Integer.parseInt(args[1]);
        List<MortalUpstream> upstreams = new ArrayList<>();
        List<String> problems;
        try (Peers peers = new Peers(Files.createTempDirectory("byway-load"))) {
            if (List.of(args).contains("paranoid")) {
                peers.with("JAVA_TOOL_OPTIONS", "-Dio.netty.leakDetection.level=paranoid");
            }
            for (int i = 0; i < UPSTREAMS; i++) {
                upstreams.add(new MortalUpstream());
            }
            Chain chain = peers.byway("byway", upstreams.stream().map(it -> "socks5://127.0.0.1:" + it.port())
                    .collect(Collectors.joining("\n")), "--strategy", "spread");
            problems = new MixedLoad(chain, new Deaths(upstreams, time.dividedBy(6))).run(time, workers);
            problems.addAll(alarms(peers.log("byway")));
        }
        for (MortalUpstream each : upstreams) {
            each.close();
        }
        problems.forEach(System.out::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private List<String> run(Duration time, int workers) throws Exception {
        for (Work each : KINDS) {
            each.once(chain, random(0));
        }
        Vitals.of(chain, 0); // opens what the process keeps for those who ask it
        int atFirst = fewestDescriptors(SETTLED, 0);
        start(Thread.ofVirtual().unstarted(deaths::happen));
        for (int i = 1; i <= workers; i++) {
            RandomGenerator random = random(i);
            start(Thread.ofVirtual().unstarted(() -> work(random)));
        }
        List<Vitals> samples = sample(time);
        for (Thread each : running) {
            each.interrupt();
        }
        for (Thread each : running) {
            each.join();
        }
        List<String> problems = new ArrayList<>(judged(samples));
        int atLast = fewestDescriptors(DRAINED, atFirst);
        System.out.printf("%d descriptors at first, %d at last%n%s%n", atFirst, atLast, tally);
        if (atLast > atFirst) {
            problems.add((atLast - atFirst) + " descriptors stayed open");
        }
        problems.addAll(tally.wrong());
        if (!tally.isComplete()) {
            problems.add("not every kind of work was ever done");
        }
        return problems;
    }

    private void start(Thread thread) {
        running.add(thread);
        thread.start();
    }

    private void work(RandomGenerator random) {
        while (!Thread.currentThread().isInterrupted()) {
            Work work = KINDS.get(random.nextInt(KINDS.size()));
            long begun = System.nanoTime();
            try {
                work.once(chain, random);
                tally.done(work);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_REST_MILLIS));
            } catch (IOException why) {
                if (!Thread.currentThread().isInterrupted()) {
                    tally.failed(work, why, deaths.explain(begun));
                }
            } catch (InterruptedException finished) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was compiled and loaded in the first third is no growth. */
    private List<Vitals> sample(Duration time) throws Exception {
        List<Vitals> samples = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 1; i <= SAMPLES; i++) {
            long left = time.toNanos() / SAMPLES * i - (System.nanoTime() - begun);
            TimeUnit.NANOSECONDS.sleep(left);
            samples.add(Vitals.of(chain, (System.nanoTime() - begun) / 60e9));
            System.out.println(samples.getLast());
        }
        return samples.subList(SAMPLES / 3, SAMPLES);
    }

    private static List<String> judged(List<Vitals> samples) {
        List<Trend> trends = List.of(
                Trend.of("heap after a collection, MB", samples, Vitals::heapMegabytes, HEAP_MEGABYTES,
                        HEAP_MEGABYTES_PER_MINUTE),
                Trend.of("resident memory, MB", samples, Vitals::residentMegabytes, RESIDENT_MEGABYTES,
                        RESIDENT_MEGABYTES_PER_MINUTE),
                Trend.of("threads", samples, Vitals::threads, THREADS, 0));
        trends.forEach(System.out::println);
        return trends.stream().filter(trend -> !trend.isFlat()).map(Trend::toString).toList();
    }

    /** The fewest descriptors within a time, or the first count that is no more than wanted. */
    private int fewestDescriptors(Duration within, int wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        int fewest = Integer.MAX_VALUE;
        while (System.nanoTime() < end && fewest > wanted) {
            fewest = Math.min(fewest, Vitals.descriptors(chain.proxy().pid()));
            TimeUnit.MILLISECONDS.sleep(200); // another process: there is nothing to wait on
        }
        return fewest;
    }

    /** Reports of lost buffers come with collections, which every sample has forced. */
    private static List<String> alarms(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> ALARMING.stream().anyMatch(line::contains))
                .map(line -> "in the log: " + line.strip()).limit(20).toList();
    }

    private static RandomGenerator random(int seed) {
        return new Random(seed);
    }
}
