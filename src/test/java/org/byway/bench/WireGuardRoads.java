package org.byway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.model.HostPort;
import org.byway.real.Namespace;
import org.byway.real.WireGuardServer;
import org.opentest4j.TestAbortedException;

/**
 * Byway's tunnel beside wireguard-go with the kernel's TCP: two clients of one wireguard-go server, in network namespaces that
 * are made for it and removed. The programs that measure run in the client's namespace, as a process of its own.
 */
final class WireGuardRoads {
    private static final int LOAD_PORT = 7000;
    private static final int ROUNDS = 5;
    private static final Duration BULK = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private WireGuardRoads() {}

    /** Says so where it cannot be measured here. */
    static void print() throws Exception {
        Path folder = Files.createTempDirectory("byway-bench-wireguard");
        try (Namespace network = new Namespace();
                WireGuardServer server = new WireGuardServer(network, folder);
                Programs programs = new Programs(folder)) {
            List<String> load = new ArrayList<>(java());
            load.addAll(List.of(LoadServer.class.getName(), Integer.toString(LOAD_PORT), "0.0.0.0"));
            programs.launch("load-server", network.beyond(load.toArray(String[]::new)));
            WireGuardServer.Client kernel = server.newClient("10.9.0.3");
            Process device = programs.launch("wireguard-go-client",
                    network.inside("env", "WG_PROCESS_FOREGROUND=1", "wireguard-go", "-f", kernel.device()));
            server.setUp(kernel);
            measureInside(network, folder, server.file(), device.pid());
        } catch (TestAbortedException cannot) {
            System.out.println("left out: wireguard, " + cannot.getMessage());
        }
    }

    private static void measureInside(Namespace network, Path folder, Path file, long device) throws Exception {
        List<String> command = new ArrayList<>(network.inside());
        command.addAll(java());
        command.addAll(List.of(WireGuardRoads.class.getName(), folder.toString(), file.toString(),
                Long.toString(device)));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("measuring ended with " + code + "; see " + folder);
        }
    }

    private static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-Xmx300m", "-cp", System.getProperty("java.class.path"));
    }

    /** In the client's namespace. Arguments: a folder, Byway's configuration, the process id of the other client. */
    public static void main(String[] args) throws Exception {
        HostPort load = new HostPort(WireGuardServer.INSIDE, LOAD_PORT);
        int port = Programs.freePort();
        try (Programs programs = new Programs(Path.of(args[0]))) {
            Process byway = programs.byway("byway", port, Files.readString(Path.of(args[1])));
            List<Chain> chains = List.of(
                    new Chain("wireguard-go", load, ProcessHandle.of(Long.parseLong(args[2])).orElseThrow(), load),
                    new Chain("byway", new HostPort("127.0.0.1", port), byway.toHandle(), load));
            new Comparison(chains).warmUpAndTake(ROUNDS, new Bulk(1, false, BULK), new Bulk(1, true, BULK),
                    new RoundTrips(SHORT)).print("WireGuard");
            new Comparison(chains).takeOnce(new Flows(1000)).print("WireGuard, many flows");
        }
        System.exit(0);
    }
}
