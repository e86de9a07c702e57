package org.byway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
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
import org.byway.os.Display;
import org.byway.os.OwnVariables;
import org.byway.os.Surroundings;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.shell.WindowParts;
import org.byway.ui.testing.ChosenFiles;
import org.byway.ui.testing.ManualFeed;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;

/**
 * The window with 50,000 endpoints: how long its pulses take while they are loaded, sorted, searched, scrolled and changed once
 * a second, for how long its thread answers nobody, and what it costs idle.
 *
 * <p>A person comes to a window that has been painted and is on, so what is counted begins some seconds after that. Every pulse
 * counts, also those that are over at once, from its begin to the end of its painting; with the window's thread what it does
 * between pulses is measured as well, by tasks of a moment that wait for it.
 */
final class WindowPulses {
    private static final int ENTRIES = 50_000;
    private static final int LONG = 50;
    private static final String WINDOW = "JavaFX Application Thread";
    private static final String PAINTER = "QuantumRenderer-0";
    private static final String TYPED = "volunteer 49";

    private final ManualFeed<EngineSnapshot> snapshots = new ManualFeed<>(EngineSnapshot.OFF);
    private final ManualFeed<EndpointList> lists = new ManualFeed<>(Samples.THREE);
    private final List<PulseLog.Pulse> all = new ArrayList<>();
    private final PulseLog log;
    private final Heartbeat heart;

    private WindowPulses(PulseLog log) {
        this.log = log;
        this.heart = Heartbeat.start();
    }

    static void print() throws Exception {
        try (PulseLog log = PulseLog.open()) {
            if (!Display.isAccelerated(Surroundings.current())) {
                System.setProperty("prism.order", "sw"); // both as the program's own start does
                OwnVariables.setWhereUnset("GDK_GL", "disable");
            }
            Platform.startup(() -> {});
            new WindowPulses(log).run();
        } finally {
            Platform.exit();
        }
    }

    private void run() throws Exception {
        Stage stage = onFx(() -> {
            Stage made = new Stage();
            new MainWindow(made, new WindowParts(new RecordedCommands(), snapshots, lists,
                    Settings.DEFAULT.withLanguage(Optional.of("en")), new ChosenFiles())).show();
            return made;
        });
        Thread news = Thread.ofPlatform().daemon().name("news").start(this::tell);
        Thread.sleep(8000);
        System.out.printf("%n## window%n%.0f MB resident fresh%n", residentMegabytes());
        EndpointList many = Samples.many(ENTRIES);
        phase("load", 4, () -> lists.give(many));
        phase("first sight of the screen, updates", 8, () -> onFx(() -> {
            ((ToggleButton) stage.getScene().lookup("#nav-endpoints")).fire();
            return true;
        }));
        for (String column : List.of("column-name", "column-server", "column-health", "column-first-byte")) {
            phase("sort by " + column, 1, () -> sort(stage, column, TableColumn.SortType.ASCENDING));
            phase("the other way round", 1, () -> sort(stage, column, TableColumn.SortType.DESCENDING));
        }
        phase("type '" + TYPED + "'", 1, () -> type(stage));
        phase("search for '10.0.3'", 1, () -> search(stage, "10.0.3"));
        phase("show all again", 1, () -> search(stage, ""));
        phase("a list that differs", 3, () -> lists.give(many.without(List.of(Samples.id(77)))));
        summary("without scrolling");
        phase("scroll by the wheel", 1, () -> scroll(stage, 3));
        phase("scroll by the bar", 1, () -> scroll(stage, 1000));
        summary("all");
        sort(stage, "column-health", TableColumn.SortType.ASCENDING); // idle is measured with all that a row can show in sight
        scroll(stage, 0);
        news.interrupt();
        heart.close();
        System.out.printf("%.0f MB resident, %.0f MB of heap after a collection%n", residentMegabytes(), heap());
        idle(stage);
    }

    private interface Work {
        void run() throws Exception;
    }

    private void phase(String name, int seconds, Work work) throws Exception {
        log.take();
        heart.takeWorst();
        long before = cpuOf(WINDOW);
        long painted = cpuOf(PAINTER);
        work.run();
        Thread.sleep(seconds * 1000L);
        List<PulseLog.Pulse> pulses = log.take();
        all.addAll(pulses);
        System.out.printf(
                "%-36s %4d pulses, worst %3d ms, %d of %d ms or more; thread busy at most %d ms, for %d ms of CPU, painter %d%n",
                name, pulses.size(), pulses.stream().mapToInt(PulseLog.Pulse::millis).max().orElse(0),
                pulses.stream().filter(WindowPulses::isLong).count(), LONG,
                heart.takeWorst(), (cpuOf(WINDOW) - before) / 1_000_000, (cpuOf(PAINTER) - painted) / 1_000_000);
        pulses.stream().filter(WindowPulses::isLong).max(Comparator.comparingInt(PulseLog.Pulse::millis))
                .ifPresent(it -> System.out.println(it.parts().indent(8).stripTrailing()));
    }

    private static boolean isLong(PulseLog.Pulse pulse) {
        return pulse.millis() >= LONG;
    }

    private void summary(String which) {
        long tooLong = all.stream().filter(WindowPulses::isLong).count();
        System.out.printf("%s: %d pulses, %.2f %% under %d ms%n", which, all.size(),
                100.0 * (all.size() - tooLong) / Math.max(1, all.size()), LONG);
    }

    /** Once a second, through all of it. */
    private void tell() {
        try {
            while (true) {
                snapshots.give(snapshot());
                Thread.sleep(1000);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    /** Which other programs on the computer do not lengthen. */
    private static long cpuOf(String thread) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        return java.util.Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(it -> it != null && it.getThreadName().equals(thread))
                .mapToLong(it -> threads.getThreadCpuTime(it.getThreadId())).sum();
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

    private static void sort(Stage stage, String id, TableColumn.SortType way) throws Exception {
        onFx(() -> {
            table(stage).getColumns().stream().filter(column -> id.equals(column.getId())).forEach(column -> {
                column.setSortType(way);
                sortBy(table(stage), column);
            });
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    private static TableView<?> table(Stage stage) {
        return (TableView<?>) stage.getScene().lookup("#endpoints-table");
    }

    /** As quickly as people type. */
    private static void type(Stage stage) throws Exception {
        for (int end = 1; end <= TYPED.length(); end++) {
            search(stage, TYPED.substring(0, end));
            Thread.sleep(120);
        }
    }

    private static void search(Stage stage, String text) throws Exception {
        onFx(() -> {
            ((TextField) stage.getScene().lookup("#search-field")).setText(text);
            return true;
        });
    }

    private static void scroll(Stage stage, int rows) throws Exception {
        for (int step = 0; step < 120; step++) {
            int to = step * rows % ENTRIES;
            onFx(() -> {
                table(stage).scrollTo(to);
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
