package org.byway.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Notes every IP packet that leaves or reaches Byway's computer, and those that stay on it. Needs root. */
final class WireRecorder implements AutoCloseable {
    private static final String READY = "ready";
    private static final String SCRIPT = """
            import socket
            wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.ntohs(3))
            print("ready")
            while True:
                packet, (device, kind, *_) = wire.recvfrom(65535)
                if kind == 0x0800:
                    head, family, at, size, protocol = (packet[0] & 15) * 4, socket.AF_INET, 12, 4, packet[9]
                elif kind == 0x86dd:
                    head, family, at, size, protocol = 40, socket.AF_INET6, 8, 16, packet[6]
                else:
                    continue
                addresses = [socket.inet_ntop(family, packet[a:a + size]) for a in (at, at + size)]
                ports = [int.from_bytes(packet[p:p + 2], "big") for p in (head, head + 2)]
                print(device, protocol, addresses[0], ports[0], addresses[1], ports[1])
            """;

    private final Path log;
    private final Program program;

    /**
     * One packet.
     *
     * @param protocol its number; ports mean something with TCP and UDP only
     */
    record Sighting(String device, int protocol, String source, int sourcePort, String target, int targetPort) {
        static final int UDP = 17;
        static final int TCP = 6;

        private static Sighting read(String line) {
            String[] words = line.split(" ", -1);
            return new Sighting(words[0], Integer.parseInt(words[1]), words[2], Integer.parseInt(words[3]), words[4],
                    Integer.parseInt(words[5]));
        }

        boolean hasPort(int port) {
            return (protocol == UDP || protocol == TCP) && (sourcePort == port || targetPort == port);
        }

        /** Whether one end of it is this one. */
        boolean isOf(String address, int port) {
            return (source.equals(address) && sourcePort == port) || (target.equals(address) && targetPort == port);
        }
    }

    WireRecorder(Namespace network, Path folder) throws IOException, InterruptedException {
        log = folder.resolve("wire.log");
        program = Program.start(log, network.inside("python3", "-u", "-c", SCRIPT));
        for (int i = 0; i < 200 && !Files.readString(log).startsWith(READY); i++) {
            TimeUnit.MILLISECONDS.sleep(50); // a real program: there is nothing to wait on but its word
        }
    }

    /** In their order. */
    List<Sighting> seen() throws IOException {
        return Files.readAllLines(log).stream().skip(1).map(Sighting::read).toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
