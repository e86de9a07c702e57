package org.byway.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.byway.bench.Chain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code byway run --json} with a list, in a process of its own; its events are read as they come. */
final class RunningByway implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final int port;

    private RunningByway(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofVirtual().start(this::readEvents);
    }

    static RunningByway with(Path folder, String... lines) throws IOException {
        return start(folder, List.of(), List.of(), lines);
    }

    /** The system gives it no more descriptors than that. */
    static RunningByway withDescriptors(Path folder, int most, String... lines) throws IOException {
        Program.require("prlimit");
        return start(folder, List.of("prlimit", "--nofile=" + most + ":" + most), List.of(), lines);
    }

    /** Programs have to show the login in the file. */
    static RunningByway withLogin(Path folder, Path login, String... lines) throws IOException {
        return start(folder, List.of(), List.of("--login-file", login.toString()), lines);
    }

    /** In a network of its own. */
    static RunningByway within(Namespace network, Path folder, String... lines) throws IOException {
        return start(folder, network.inside(), List.of(), lines);
    }

    private static RunningByway start(Path folder, List<String> before, List<String> options, String... lines)
            throws IOException {
        Path list = Files.write(folder.resolve("list.txt"), List.of(lines));
        int port = Program.freePort();
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), "org.byway.Launcher", "run", "--json", "--socks",
                "127.0.0.1:" + port, "--profile", folder.resolve("profile").toString(), "--import", list.toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("byway.log").toFile()).start();
        RunningByway byway = new RunningByway(process, port);
        byway.await("listening");
        return byway;
    }

    /** The next event of this kind; those before it are passed over. */
    JsonNode await(String kind) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                JsonNode event = events.poll(left, TimeUnit.NANOSECONDS);
                if (event != null && event.path("event").asString().equals(kind)) {
                    return event;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no event " + kind);
    }

    /** Runs a command about its profile, in a process of its own. */
    static Program.Ended command(Path folder, String... line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java(List.of()));
        command.addAll(List.of(line));
        command.addAll(List.of("--profile", folder.resolve("profile").toString()));
        return Program.run(Duration.ofSeconds(60), command);
    }

    /** How Byway is started from here: what follows are its arguments. */
    static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add("org.byway.Launcher");
        return command;
    }

    /** The process and its port, for those who put load on it. */
    Chain chain() {
        return new Chain("byway", port, process.toHandle(), port);
    }

    String socks() {
        return "127.0.0.1:" + port;
    }

    /** Ends it as a person or a service manager does, and gives its exit code. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy(); // unlike process.destroy() this leaves the pipe open
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private void readEvents() {
        JsonMapper json = JsonMapper.shared();
        try (var out = process.inputReader()) {
            out.lines().forEach(line -> events.add(json.readTree(line)));
        } catch (IOException | UncheckedIOException ended) {
            // the process is gone: nothing more will come
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
