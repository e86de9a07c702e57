package org.byway;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.byway.bench.Heartbeat;
import org.byway.engine.Engine;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.os.TemporaryFolder;
import org.byway.subscription.OpenProfile;
import org.byway.ui.bridge.Commands;
import org.byway.ui.shell.MainWindow;
import org.byway.ui.shell.WindowParts;

/**
 * The whole program with its window, while 50,000 endpoints are imported, changed, written, deleted and brought back: how long
 * each takes, and for how long the window's thread answered nobody meanwhile.
 */
public final class WindowWork {
    private static final int ENTRIES = 50_000;
    private static final int AFTERWARDS_MILLIS = 4000;

    private final Wiring wiring = new Wiring();
    private final OpenProfile profile;
    private final Commands commands;
    private final Stage stage;
    private final Heartbeat heart;
    private final Path folder;
    private final long windowThread;

    private WindowWork(Path folder) throws Exception {
        this.folder = folder;
        profile = wiring.profile(Optional.of(folder.resolve("profile")));
        Engine engine = wiring.engine();
        profile.list().follow(list -> engine.replace(list.entries()));
        WindowParts parts = wiring.window(engine, profile, Settings.DEFAULT);
        commands = parts.commands();
        Platform.startup(() -> {});
        stage = onWindowThread(() -> {
            Stage made = new Stage();
            new MainWindow(made, parts).show();
            return made;
        });
        windowThread = onWindowThread(() -> Thread.currentThread().threadId());
        heart = Heartbeat.start();
    }

    /** Prints a line for each. */
    public static void print() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            System.out.printf("%n## work on %d endpoints%n", ENTRIES);
            new WindowWork(folder.path()).run();
        } finally {
            Platform.exit();
        }
    }

    private void run() throws Exception {
        Thread.sleep(AFTERWARDS_MILLIS);
        Path list = folder.resolve("list.txt");
        Files.write(list, IntStream.range(0, ENTRIES).mapToObj(WindowWork::link).toList());
        work("import a file", () -> commands.importFiles(List.of(list)));
        work("go to the endpoints", () -> press("#nav-endpoints"));
        work("Ctrl+A", () -> type(KeyCode.A, Held.CONTROL));
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.END)) {
            onWindowThread(this::selectAllFromTheFirst);
            work("Shift+" + key.getName() + ", all selected", () -> type(key, Held.SHIFT));
        }
        onWindowThread(this::selectAllFromTheFirst);
        work("Ctrl+C, the links", () -> type(KeyCode.C, Held.CONTROL));
        work("export", () -> commands.export(profile.list().now().entries(), folder.resolve("out.txt")));
        Set<EndpointId> all = profile.list().now().entries().stream().map(ListEntry::id).collect(Collectors.toSet());
        work("rename all", () -> commands.edit(all, entry -> entry.withName(entry.name() + " again")));
        work("Ctrl+P", () -> type(KeyCode.P, Held.CONTROL));
        work("the other order of names", this::sort);
        work("Home, one row", () -> type(KeyCode.HOME, Held.NOTHING));
        work("Ctrl+A again", () -> type(KeyCode.A, Held.CONTROL));
        work("Delete", () -> type(KeyCode.DELETE, Held.NOTHING));
        check("all are deleted", profile.list().now().isEmpty());
        work("undo", () -> press("#undo-button"));
        check("all are back", profile.list().now().size() == ENTRIES);
        work("import it again", () -> commands.importFiles(List.of(list)));
        heart.close();
        wiring.close();
    }

    private static void check(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    /** So that Shift goes on from there. */
    private Object selectAllFromTheFirst() {
        type(KeyCode.HOME, Held.NOTHING);
        return type(KeyCode.A, Held.CONTROL);
    }

    private enum Held {
        NOTHING, SHIFT, CONTROL
    }

    private Object type(KeyCode key, Held held) {
        Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, held == Held.SHIFT,
                held == Held.CONTROL, false, false));
        return stage;
    }

    private Object sort() {
        TableView<?> table = table();
        table.getColumns().stream().filter(column -> "column-name".equals(column.getId())).forEach(column -> {
            column.setSortType(TableColumn.SortType.DESCENDING);
            sortBy(table, column);
        });
        return stage;
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    private TableView<?> table() {
        return (TableView<?>) scene().lookup("#endpoints-table");
    }

    private Scene scene() {
        return stage.getScene();
    }

    private Object press(String id) {
        if (scene().lookup(id) instanceof ButtonBase button) {
            button.fire();
        }
        return stage;
    }

    /** Begins it on the window's thread and waits for what it ends with, and for what follows on the screen. */
    private Object work(String name, Callable<Object> begin) throws Exception {
        HeapTrim.collect(); // as where a person rests between
        heart.takeWorst();
        heart.takeWorstCpu();
        long before = windowCpu();
        long begun = System.nanoTime();
        Object result = onWindowThread(begin);
        if (result instanceof CompletionStage<?> asked) {
            result = asked.toCompletableFuture().get();
        }
        long took = (System.nanoTime() - begun) / 1_000_000;
        Thread.sleep(AFTERWARDS_MILLIS);
        System.out.printf("%-30s %6d ms; the window's thread was busy for at most %3d ms, %3d ms of CPU, in all %d%n",
                name, took, heart.takeWorst(), heart.takeWorstCpu(), (windowCpu() - before) / 1_000_000);
        return result == null ? stage : result;
    }

    /** Which other programs on the computer do not lengthen. */
    private long windowCpu() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(windowThread);
    }

    private static String link(int number) {
        return "socks5://user%d:secret@51.%d.%d.78:1080#Volunteer%%20%d".formatted(number, number / 250, number % 250,
                number);
    }

    private static <T> T onWindowThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
