package org.byway.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts Byway, its peers and the servers behind them on ports of the loopback, and ends exactly what it started. */
public final class Peers implements AutoCloseable {
    private static final String PASSWORD = "bench";
    private static final int TRIES = 400;

    private final Path folder;
    private final Path byway;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();
    private final int load = freePort();

    /** @param byway the program as it is shipped */
    public Peers(Path folder, Path byway) throws Exception {
        this.folder = folder;
        this.byway = byway;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        start("load-server", load, java, "-cp", System.getProperty("java.class.path"), LoadServer.class.getName(),
                Integer.toString(load));
    }

    /** A variable in the environment of what is started from here on. */
    public Peers with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What the program of this name printed. */
    public Path log(String name) {
        return folder.resolve(name.replace(' ', '-') + ".log");
    }

    static boolean isInstalled(String program) {
        boolean isThere = Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getenv("PATH"))
                .anyMatch(path -> Path.of(path, program).toFile().canExecute());
        if (!isThere) {
            System.out.println("left out: " + program + " is not on the PATH");
        }
        return isThere;
    }

    /** Byway over one endpoint, or over several lines of them, with more arguments. */
    public Chain byway(String name, String links, String... arguments) throws Exception {
        int port = freePort();
        Path list = Files.writeString(folder.resolve(name + ".txt"), links + "\n");
        List<String> command = new ArrayList<>(List.of(byway.toString(), "run", "--json", "--socks",
                "127.0.0.1:" + port, "--profile", folder.resolve(name + "-profile").toString(), "--import",
                list.toString()));
        command.addAll(List.of(arguments));
        return new Chain(name, port, start(name, port, command.toArray(String[]::new)).toHandle(), load);
    }

    /** v2ray with one outbound, whose ports are already in the text. */
    Optional<Chain> v2ray(String name, String outbound) throws Exception {
        if (!isInstalled("v2ray")) {
            return Optional.empty();
        }
        int port = freePort();
        Path config = Files.writeString(folder.resolve(name + ".json"), """
                {"log":{"loglevel":"none"},"inbounds":[{"listen":"127.0.0.1","port":%d,"protocol":"socks",
                "settings":{"auth":"noauth","udp":false}}],"outbounds":[%s]}
                """.formatted(port, outbound));
        Process process = start(name, port, "v2ray", "-config", config.toString());
        return Optional.of(new Chain(name, port, process.toHandle(), load));
    }

    /** What leads straight to the load server. */
    List<Chain> plain() throws Exception {
        List<Chain> chains = new ArrayList<>();
        v2ray("v2ray", """
                {"protocol":"socks","settings":{"servers":[{"address":"127.0.0.1","port":%d}]}}"""
                .formatted(load)).ifPresent(chains::add);
        chains.add(byway("byway", "socks5://127.0.0.1:" + load));
        return chains;
    }

    List<Chain> shadowsocks(String method) throws Exception {
        List<Chain> chains = new ArrayList<>();
        if (!isInstalled("ss-server")) {
            return chains;
        }
        int server = freePort();
        start("ss-server-" + method, server, "ss-server", "-s", "127.0.0.1", "-p", Integer.toString(server), "-k",
                PASSWORD, "-m", method, "--no-delay", "-t", "300");
        v2ray("v2ray " + method, """
                {"protocol":"shadowsocks","settings":{"servers":[{"address":"127.0.0.1","port":%d,"method":"%s",
                "password":"%s"}]}}""".formatted(server, method, PASSWORD)).ifPresent(chains::add);
        if (isInstalled("ss-local")) {
            int port = freePort();
            Process local = start("ss-local-" + method, port, "ss-local", "-s", "127.0.0.1", "-p",
                    Integer.toString(server), "-b", "127.0.0.1", "-l", Integer.toString(port), "-k", PASSWORD, "-m",
                    method, "--no-delay", "-t", "300");
            chains.add(new Chain("ss-local " + method, port, local.toHandle(), load));
        }
        chains.add(byway("byway " + method, "ss://" + method + ":" + PASSWORD + "@127.0.0.1:" + server));
        return chains;
    }

    /** HTTP CONNECT inside TLS, ended by stunnel in front of the load server. */
    List<Chain> https() throws Exception {
        List<Chain> chains = new ArrayList<>();
        if (!isInstalled("stunnel4") || !isInstalled("openssl")) {
            return chains;
        }
        int server = freePort();
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                "key.pem", "-out", "cert.pem", "-days", "30", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost");
        Path config = Files.writeString(folder.resolve("stunnel.conf"), """
                foreground = yes
                pid =
                debug = err
                socket = l:TCP_NODELAY=1
                socket = r:TCP_NODELAY=1
                [proxy]
                accept = 127.0.0.1:%d
                connect = 127.0.0.1:%d
                cert = %s
                key = %s
                """.formatted(server, load, folder.resolve("cert.pem"), folder.resolve("key.pem")));
        start("stunnel", server, "stunnel4", config.toString());
        v2ray("v2ray https", """
                {"protocol":"http","settings":{"servers":[{"address":"127.0.0.1","port":%d}]},"streamSettings":
                {"security":"tls","tlsSettings":{"allowInsecure":true,"serverName":"localhost"}}}""".formatted(server))
                .ifPresent(chains::add);
        chains.add(byway("byway https", "https://127.0.0.1:" + server + "?sni=localhost&allowInsecure=1"));
        return chains;
    }

    @Override
    public void close() {
        started.reversed().forEach(process -> process.destroyForcibly().onExit().join());
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    private Process start(String name, int port, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
