package org.byway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts Byway, its peers and the servers behind them on ports of the loopback, and ends exactly what it started. */
public final class Peers implements AutoCloseable {
    private static final String PASSWORD = "bench";

    private final Path folder;
    private final Programs programs;
    private final int load = Programs.freePort();

    /** @param folder for configurations, logs and profiles */
    public Peers(Path folder) throws Exception {
        this.folder = folder;
        programs = new Programs(folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        programs.start("load-server", load, java, "-cp", System.getProperty("java.class.path"),
                LoadServer.class.getName(),
                Integer.toString(load));
    }

    /** A variable in the environment of what is started from here on. */
    public Peers with(String variable, String value) {
        programs.with(variable, value);
        return this;
    }

    /** What the program of this name printed. */
    public Path log(String name) {
        return programs.log(name);
    }

    /** Byway over one endpoint, or over several lines of them, with more arguments. */
    public Chain byway(String name, String links, String... arguments) throws Exception {
        int port = Programs.freePort();
        return new Chain(name, port, programs.byway(name, port, links, arguments).toHandle(), load);
    }

    /** v2ray with one outbound, whose ports are already in the text. */
    Optional<Chain> v2ray(String name, String outbound) throws Exception {
        if (!Programs.isInstalled("v2ray")) {
            return Optional.empty();
        }
        int port = Programs.freePort();
        Path config = programs.write(name + ".json", """
                {"log":{"loglevel":"none"},"inbounds":[{"listen":"127.0.0.1","port":%d,"protocol":"socks",
                "settings":{"auth":"noauth","udp":false}}],"outbounds":[%s]}
                """.formatted(port, outbound));
        Process process = programs.start(name, port, "v2ray", "-config", config.toString());
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
        if (!Programs.isInstalled("ss-server")) {
            return chains;
        }
        int server = Programs.freePort();
        programs.start("ss-server-" + method, server, "ss-server", "-s", "127.0.0.1", "-p", Integer.toString(server),
                "-k",
                PASSWORD, "-m", method, "--no-delay", "-t", "300");
        v2ray("v2ray " + method, """
                {"protocol":"shadowsocks","settings":{"servers":[{"address":"127.0.0.1","port":%d,"method":"%s",
                "password":"%s"}]}}""".formatted(server, method, PASSWORD)).ifPresent(chains::add);
        if (Programs.isInstalled("ss-local")) {
            int port = Programs.freePort();
            Process local = programs.start("ss-local-" + method, port, "ss-local", "-s", "127.0.0.1", "-p",
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
        if (!Programs.isInstalled("stunnel4") || !Programs.isInstalled("openssl")) {
            return chains;
        }
        int server = Programs.freePort();
        programs.run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout",
                "key.pem", "-out", "cert.pem", "-days", "30", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost");
        Path config = programs.write("stunnel.conf", """
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
        programs.start("stunnel", server, "stunnel4", config.toString());
        v2ray("v2ray https", """
                {"protocol":"http","settings":{"servers":[{"address":"127.0.0.1","port":%d}]},"streamSettings":
                {"security":"tls","tlsSettings":{"allowInsecure":true,"serverName":"localhost"}}}""".formatted(server))
                .ifPresent(chains::add);
        chains.add(byway("byway https", "https://127.0.0.1:" + server + "?sni=localhost&allowInsecure=1"));
        return chains;
    }

    @Override
    public void close() throws IOException {
        programs.close();
    }
}
