package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.byway.importer.Importers;
import org.byway.importer.ShareLinks;
import org.byway.model.ListEntry;
import org.byway.real.WireRecorder.Sighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every packet of Byway's computer is noted, from before its start until after its end: nothing crosses outside the tunnel. */
@Tag("root")
class TunnelLeakTest {
    private static final int SITE = 8080;
    private static final int ECHO = 7777;
    private static final int DNS = 53;
    private static final int ICMP = 1;
    /** Of the kernel itself, to find neighbours and groups: IPv6's hop-by-hop options and ICMPv6. */
    private static final List<Integer> KERNELS_OWN = List.of(0, 58);
    private static final String NAME = "site.beyond.example";
    private static final int DEAD_PORT = 51999;
    private static final String SERVICES = """
            import select, socket
            names, echo = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
            names.bind(("%1$s", 53))
            echo.bind(("%1$s", 7777))
            while True:
                for ready in select.select([names, echo], [], [])[0]:
                    question, asker = ready.recvfrom(2048)
                    if ready is echo:
                        echo.sendto(question, asker)
                        continue
                    end = question.index(0, 12) + 5
                    found = question[end - 4:end - 2] == bytes([0, 1])
                    names.sendto(question[:2] + bytes([0x81, 0x80, 0, 1, 0, found, 0, 0, 0, 0]) + question[12:end]
                        + found * (bytes([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]) + socket.inet_aton("%1$s")), asker)
            """.formatted(WireGuardServer.INSIDE);

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private Namespace network;
    private WireGuardServer server;
    private WireRecorder wire;

    @BeforeEach
    void start() throws Exception {
        Program.require("python3");
        Program.require("curl");
        network = opened(new Namespace());
        server = opened(new WireGuardServer(network, folder));
        Path pages = Files.createDirectory(folder.resolve("site"));
        Files.writeString(pages.resolve("page.txt"), "here it is");
        opened(Program.start(folder.resolve("site.log"), network.beyond("python3", "-m", "http.server", "--bind",
                WireGuardServer.INSIDE, "--directory", pages.toString(), Integer.toString(SITE))));
        opened(Program.start(folder.resolve("services.log"), network.beyond("python3", "-c", SERVICES)));
        wire = opened(new WireRecorder(network, folder));
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void onlyTheTunnelsDatagramsAreSeen() throws Exception {
        RunningByway byway = opened(RunningByway.within(network, folder, deadLink(), link()));
        assertThat(fetch(byway, WireGuardServer.INSIDE, 40)).isEqualTo("here it is\n");
        assertThat(fetch(byway, NAME, 20)).isEqualTo("here it is\n");
        assertThat(ask(byway, WireGuardServer.INSIDE)).contains("by datagram");
        assertThat(ask(byway, NAME)).contains("by datagram");
        server.restart();
        assertThat(fetch(byway, NAME, 40)).as("after the server's restart").isEqualTo("here it is\n");
        server.close();
        assertThat(fetch(byway, "other." + NAME, 20)).as("while nothing works").isEmpty();
        assertThat(fetch(byway, WireGuardServer.INSIDE, 20)).isEmpty();
        byway.terminate();
        TimeUnit.SECONDS.sleep(2); // for what might come after the end

        List<Sighting> seen = wire.seen();
        assertThat(seen.stream().filter(it -> it.isOf(Namespace.FAR_ADDRESS, WireGuardServer.PORT)))
                .hasSizeGreaterThan(20);
        assertThat(seen.stream().filter(it -> !it.device().equals("lo")).filter(Predicate.not(this::isTunnels)))
                .isEmpty();
        assertThat(seen.stream().filter(it -> it.hasPort(DNS))).as("questions for names").isEmpty();
    }

    private boolean isTunnels(Sighting packet) {
        boolean isDatagram = packet.protocol() == Sighting.UDP
                && (packet.isOf(Namespace.FAR_ADDRESS, WireGuardServer.PORT)
                        || packet.isOf(Namespace.FAR_ADDRESS, DEAD_PORT));
        boolean isRefusal = packet.protocol() == ICMP && packet.source().equals(Namespace.FAR_ADDRESS);
        return isDatagram || isRefusal || KERNELS_OWN.contains(packet.protocol());
    }

    private String link() throws Exception {
        ListEntry entry = Importers.read(Files.readString(server.file()), "test").entries().getFirst();
        return ShareLinks.write(entry).orElseThrow().reveal();
    }

    /** The same at a port where nobody listens, first in the list, so that a move is part of the story. */
    private String deadLink() throws Exception {
        return link().replace(":" + WireGuardServer.PORT, ":" + DEAD_PORT);
    }

    private String fetch(RunningByway byway, String host, int seconds) throws Exception {
        return Program.run(Duration.ofSeconds(seconds + 5), network.inside("curl", "-s", "-f", "-m",
                Integer.toString(seconds), "--retry", "2", "--retry-all-errors", "--socks5-hostname", byway.socks(),
                "http://" + host + ":" + SITE + "/page.txt")).output();
    }

    private String ask(RunningByway byway, String host) throws Exception {
        List<String> command = new ArrayList<>(network.inside());
        command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), AskByDatagram.class.getName(), byway.socks(),
                host + ":" + ECHO, "by datagram"));
        return Program.run(Duration.ofSeconds(20), command).output();
    }
}
