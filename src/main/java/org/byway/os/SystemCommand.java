package org.byway.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs one of the system's own programs and takes what it says; blocks, at most {@link #SECONDS}. */
final class SystemCommand {
    static final int SECONDS = 3;
    private static final int MOST_OUTPUT = 1 << 20;

    private SystemCommand() {}

    /** @throws IOException where it is not there, takes too long or fails */
    static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread limit = Thread.ofVirtual().name("byway-" + command[0].toLowerCase(Locale.ROOT))
                .start(() -> end(process));
        try {
            byte[] said = process.getInputStream().readNBytes(MOST_OUTPUT);
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return new String(said, StandardCharsets.ISO_8859_1); // only addresses are of interest
            }
            throw new IOException("no answer of " + List.of(command).getFirst());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            limit.interrupt();
            process.destroyForcibly();
        }
    }

    /** Its end also ends the reading of what it says. */
    private static void end(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
