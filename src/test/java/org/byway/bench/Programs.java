package org.byway.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts Byway and other programs on ports of the loopback, and ends exactly what it started. */
public final class Programs implements AutoCloseable {
    private static final Path BYWAY = Path.of("target", "byway", "bin", "byway").toAbsolutePath();
    private static final int TRIES = 400;

    private final Path folder;
    private final boolean isTemporary;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private final Thread lastResort = new Thread(this::endAll);

    private Programs(Path folder, boolean isTemporary) {
        this.folder = folder;
        this.isTemporary = isTemporary;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** @param folder for configurations, logs and profiles, which stay there */
    Programs(Path folder) {
        this(folder, false);
    }

    /** In a folder that is deleted in the end. */
    public static Programs temporary() throws IOException {
        return new Programs(Files.createTempDirectory("byway-programs"), true);
    }

    /** Byway as it is shipped. */
    public static Path byway() throws IOException {
        if (!Files.isExecutable(BYWAY)) {
            throw new IOException("there is no " + BYWAY + "; package first");
        }
        return BYWAY;
    }

    /** A variable in the environment of what is started from here on. */
    public void with(String variable, String value) {
        environment.put(variable, value);
    }

    /** What the program of this name printed. */
    public Path log(String name) {
        return folder.resolve(name.replace(' ', '-') + ".log");
    }

    public static boolean isInstalled(String program) {
        boolean isThere = Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getenv("PATH"))
                .anyMatch(path -> Path.of(path, program).toFile().canExecute());
        if (!isThere) {
            System.out.println("left out: " + program + " is not on the PATH");
        }
        return isThere;
    }

    /** The first line that a program prints, such as its version. */
    public static String firstLine(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            String first = out.readLine();
            out.transferTo(Writer.nullWriter());
            return first == null ? "" : first;
        }
    }

    /** A file in the folder, such as a configuration. */
    public Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Byway over one endpoint, or over several lines of them, with more arguments. */
    public Process byway(String name, int port, String links, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(byway().toString(), "run", "--json", "--socks",
                "127.0.0.1:" + port, "--profile", folder.resolve(name + "-profile").toString(), "--import",
                write(name + ".txt", links + "\n").toString()));
        command.addAll(List.of(arguments));
        return start(name, port, command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        endAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        if (isTemporary) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void endAll() {
        started.reversed().forEach(process -> process.destroyForcibly().onExit().join());
    }

    /** Runs a program to its end. */
    void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    /** Starts a program that listens nowhere, or elsewhere. */
    Process launch(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Starts a program and waits until it listens. */
    public Process start(String name, int port, String... command) throws Exception {
        Process process = launch(name, List.of(command));
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 200);
                return process;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50); // a real program: there is nothing to wait on but its port
            }
        }
        throw new IOException(name + " does not listen; see " + folder);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
