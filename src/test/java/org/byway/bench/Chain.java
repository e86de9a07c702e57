package org.byway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A local SOCKS5 proxy and what it leads to.
 *
 * @param port        that the proxy listens on
 * @param destination the load server's port
 */
public record Chain(String name, int port, ProcessHandle proxy, int destination) {
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
