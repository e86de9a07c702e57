package org.byway.real;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real program in a process of its own, ended with the test. */
final class Program implements AutoCloseable {
    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /** Skips the test, by name, where the program is not installed. */
    static void require(String name) {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder).resolve(name).toFile().canExecute());
        Assumptions.assumeTrue(isThere, () -> "skipped: " + name + " is not installed");
    }

    static Program start(Path log, List<String> command) throws IOException {
        require(command.getFirst());
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    /** Runs to the end and gives what it printed. */
    static Ended run(Duration deadline, List<String> command) throws IOException, InterruptedException {
        require(command.getFirst());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        // reads on a thread of its own: a full pipe must not outlast the deadline
        StringBuilder output = new StringBuilder();
        Thread reader = Thread.ofVirtual().start(() -> {
            try (var in = process.inputReader()) {
                in.lines().forEach(line -> output.append(line).append('\n'));
            } catch (IOException | java.io.UncheckedIOException cut) {
                output.append("(cut)");
            }
        });
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        reader.join();
        return new Ended(process.exitValue(), output.toString());
    }

    /** How a program ended. */
    record Ended(int code, String output) {}

    /** Waits until something listens there. */
    Program awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return this;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20); // a real program: there is nothing to wait on but its port
            }
        }
        throw new IllegalStateException("nothing listens on port " + port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
