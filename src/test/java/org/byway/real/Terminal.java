package org.byway.real;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program on a terminal of its own, by util-linux's {@code script}; what is typed reaches it as from a keyboard. */
final class Terminal implements AutoCloseable {
    private static final int CONTROL_C = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process script;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Thread reader;

    private Terminal(Process script) {
        this.script = script;
        reader = Thread.ofVirtual().start(this::read);
    }

    static Terminal running(List<String> command) throws IOException {
        Program.require("script");
        String line = command.stream().map(Terminal::quoted).collect(Collectors.joining(" ", "exec ", ""));
        return new Terminal(new ProcessBuilder("script", "-q", "-e", "-c", line, "/dev/null").start());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Waits until this has been written. */
    Terminal await(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!screen().contains(text)) {
            if (System.nanoTime() > end || !reader.isAlive()) {
                throw new AssertionError("no " + text + " in:\n" + screen());
            }
            TimeUnit.MILLISECONDS.sleep(20); // a real program: there is nothing to wait on but what it writes
        }
        return this;
    }

    Terminal pressControlC() throws IOException {
        script.getOutputStream().write(CONTROL_C);
        script.getOutputStream().flush();
        return this;
    }

    /** Waits for the program's end and gives its exit code and all that it wrote. */
    Program.Ended ended() throws InterruptedException {
        if (!script.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after:\n" + screen());
        }
        reader.join();
        return new Program.Ended(script.exitValue(), screen());
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private void read() {
        try (var in = script.getInputStream()) {
            in.transferTo(screen);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly().onExit().join();
    }
}
