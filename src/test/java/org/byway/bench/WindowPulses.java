package org.byway.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.health.EndpointStatus;
import org.byway.engine.health.HealthState;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.Settings;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.shell.WindowParts;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;

/**
 * The window with 50,000 endpoints: how long its pulses take while they are loaded, sorted, searched and changed once a
 * second (the toolkit's own log, {@code javafx.pulseLogger}), for how long its thread answers nobody, and what it costs idle.
 */
final class WindowPulses {
    private static final int ENTRIES = 50_000;
    private static final Pattern PULSE = Pattern.compile("PULSE: \\d+ \\[-?\\d+ms:(\\d+)ms\\]");

    private final ManualFeed<EngineSnapshot> snapshots = new ManualFeed<>(EngineSnapshot.OFF);
    private final ManualFeed<EndpointList> lists = new ManualFeed<>(Samples.THREE);
    private final List<Long> blocks = Collections.synchronizedList(new ArrayList<>());

    static void print() throws Exception {
        System.setProperty("javafx.pulseLogger", "true");
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        Platform.startup(() -> {});
        try {
            new WindowPulses().run(log);
        } finally {
            System.setErr(usual);
            Platform.exit();
        }
    }

    private void run(ByteArrayOutputStream log) throws Exception {
        Stage stage = onFx(() -> {
            Stage made = new Stage();
            new MainWindow(made, new WindowParts(new RecordedCommands(), snapshots, lists,
                    Settings.DEFAULT.withLanguage(Optional.of("en")), address -> {})).show();
            return made;
        });
        System.out.printf("%n## window%n%.0f MB resident fresh%n", residentMegabytes());
        Thread heart = Thread.ofPlatform().daemon().name("heart").start(this::beat);
        EndpointList many = Samples.many(ENTRIES);
        phase(log, "load", () -> lists.give(many), 3);
        onFx(() -> {
            ((ToggleButton) stage.getScene().lookup("#nav-endpoints")).fire();
            return true;
        });
        phase(log, "update once a second", () -> {}, 8);
        for (String column : List.of("column-name", "column-server", "column-health", "column-first-byte")) {
            phase(log, "sort by " + column, () -> sort(stage, column), 2);
        }
        for (String text : List.of("4", "49", "499", "", "volunteer 12", "10.0.3")) {
            phase(log, "search for '" + text + "'", () -> onFx(() -> {
                ((TextField) stage.getScene().lookup("#search-field")).setText(text);
                return true;
            }), 2);
        }
        phase(log, "scroll", () -> scroll(stage), 2);
        phase(log, "a list that differs", () -> lists.give(many.without(List.of(Samples.id(77)))), 3);
        heart.interrupt();
        summary();
        System.out.printf("%.0f MB resident, %.0f MB of heap after a collection%n", residentMegabytes(), heap());
        idle(stage);
    }

    private interface Work {
        void run() throws Exception;
    }

    private final List<Integer> all = new ArrayList<>();

    private void phase(ByteArrayOutputStream log, String name, Work work, int seconds) throws Exception {
        log.reset();
        blocks.clear();
        long before = windowCpu();
        work.run();
        for (int second = 0; second < seconds; second++) {
            snapshots.give(snapshot());
            Thread.sleep(1000);
        }
        List<Integer> pulses = pulses(log);
        all.addAll(pulses);
        System.out.printf(
                "%-34s %4d pulses, worst %3d ms, over 50 ms %d; thread busy at most %d ms, for %d ms of CPU%n", name,
                pulses.size(), pulses.stream().mapToInt(it -> it).max().orElse(0),
                pulses.stream().filter(it -> it >= 50).count(),
                blocks.stream().mapToLong(it -> it).max().orElse(0), (windowCpu() - before) / 1_000_000);
    }

    /** Of the window's thread, which other programs on the computer do not lengthen. */
    private static long windowCpu() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        return java.util.Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(it -> it != null && it.getThreadName().equals("JavaFX Application Thread"))
                .mapToLong(it -> threads.getThreadCpuTime(it.getThreadId())).sum();
    }

    private void summary() {
        long long50 = all.stream().filter(it -> it >= 50).count();
        System.out.printf("all: %d pulses, %.2f %% under 50 ms%n", all.size(),
                100.0 * (all.size() - long50) / Math.max(1, all.size()));
    }

    private void idle(Stage stage) throws Exception {
        for (String screen : List.of("#nav-endpoints", "#nav-home")) {
            onFx(() -> {
                ((ToggleButton) stage.getScene().lookup(screen)).fire();
                return true;
            });
            Thread.sleep(3000);
            long before = cpu();
            Thread.sleep(20_000);
            System.out.printf("idle at %s: %.2f %% of a core%n", screen, (cpu() - before) / 20e9 * 100);
        }
    }

    private static List<Integer> pulses(ByteArrayOutputStream log) {
        List<Integer> pulses = new ArrayList<>();
        Matcher found = PULSE.matcher(log.toString(StandardCharsets.UTF_8));
        while (found.find()) {
            pulses.add(Integer.valueOf(found.group(1)));
        }
        return pulses;
    }

    /** How long a task of a moment has to wait for the window's thread. */
    private void beat() {
        try {
            while (true) {
                long begun = System.nanoTime();
                CountDownLatch done = new CountDownLatch(1);
                Platform.runLater(done::countDown);
                done.await();
                blocks.add((System.nanoTime() - begun) / 1_000_000);
                Thread.sleep(5);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    /** As an engine at work would tell it: some hundred endpoints known, one more each time. */
    private EngineSnapshot snapshot() {
        Map<EndpointId, EndpointStatus> statuses = new HashMap<>();
        long now = System.nanoTime() / 1_000_000_000;
        for (int i = 1; i <= 300; i++) {
            statuses.put(Samples.id(i), new EndpointStatus(List.of(HealthState.values()).get((int) ((now + i) % 4)),
                    Optional.of(Duration.ofMillis((now * 7 + i) % 900)), Optional.of(Instant.now()),
                    Optional.empty()));
        }
        EngineSnapshot on = Samples.on();
        return new EngineSnapshot(on.state(), on.strategy(), on.listening(), on.selected(), on.trouble(), statuses,
                on.traffic(), on.activity());
    }

    private static void sort(Stage stage, String id) throws Exception {
        onFx(() -> {
            TableView<?> table = (TableView<?>) stage.getScene().lookup("#endpoints-table");
            for (TableColumn<?, ?> column : table.getColumns()) {
                if (id.equals(column.getId())) {
                    sortBy(table, column);
                }
            }
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    private static void scroll(Stage stage) throws Exception {
        for (int row = 0; row < ENTRIES; row += 1000) {
            int to = row;
            onFx(() -> {
                ((TableView<?>) stage.getScene().lookup("#endpoints-table")).scrollTo(to);
                return true;
            });
            Thread.sleep(16);
        }
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
                .getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double heap() {
        System.gc();
        return java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double residentMegabytes() throws java.io.IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0) / 1000.0;
    }
}
