package org.byway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.byway.model.HostPort;

/**
 * A SOCKS5 proxy and what it leads to.
 *
 * @param front       where SOCKS5 is spoken
 * @param proxy       the program that is measured
 * @param destination the load server as it is asked for, an IPv4 address
 */
public record Chain(String name, HostPort front, ProcessHandle proxy, HostPort destination) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Everything on the loopback. */
    public Chain(String name, int port, ProcessHandle proxy, int destination) {
        this(name, new HostPort(LOOPBACK, port), proxy, new HostPort(LOOPBACK, destination));
    }

    public int port() {
        return front.port();
    }

    /** Processor time of the proxy so far, user and system. */
    public Duration cpu() {
        return proxy.info().totalCpuDuration().orElseThrow();
    }

    /** Memory of the proxy that is in the computer's, in megabytes of 10^6 bytes; Linux only. */
    public double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + proxy.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new IOException("the system does not say how much memory " + name + " has");
    }
}
