package org.byway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Deadlines;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.ServerDialer;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Upstream;
import org.byway.protocol.Protocols;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PracticeNetworkTest {
    private static final String YES = "\5\0\0\1";

    private final EventLoops loops = new EventLoops();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void pageSaysThroughWhichUpstreamItCame() throws IOException {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1))) {
            List<ListEntry> entries = network.open();

            for (ListEntry entry : proxies(entries)) {
                assertThat(ask(entry.endpoint().server(), "practice.byway", 80))
                        .contains("200 OK", "through <b>" + entry.name());
            }
        }
    }

    @Test
    void nothingButThePageIsServed() throws IOException {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1))) {
            HostPort server = network.open().getFirst().endpoint().server();

            assertThat(ask(server, "practice.byway", 443)).startsWith("\5\4");
            assertThat(ask(server, "other.example", 80)).startsWith("\5\4");
        }
    }

    @Test
    void upstreamsFailOneAfterTheOtherAndComeBack() {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofMillis(60))) {
            List<ListEntry> entries = network.open();

            for (ListEntry entry : proxies(entries)) {
                HostPort server = entry.endpoint().server();
                eventually(entry.name() + " fails", () -> !answers(server));
                eventually(entry.name() + " comes back", () -> answers(server));
            }
        }
    }

    /** A page cut by a reset would not be the page of a healthy upstream. */
    @Test
    void lastPageOfAConnectionEndsInOrder() throws IOException {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1))) {
            HostPort server = network.open().getFirst().endpoint().server();

            assertThat(ask(server, "practice.byway", 80)).endsWith("</html>\n");
        }
    }

    @Test
    void closedNetworkRefusesEverything() {
        PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1));
        List<ListEntry> entries = network.open();
        network.close();

        proxies(entries).forEach(entry -> eventually("refused", () -> !answers(entry.endpoint().server())));
    }

    @Test
    void pageComesThroughTheTunnel() {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1))) {
            ListEntry tunnel = network.open().getLast();
            Upstream upstream = new Protocols(Deadlines.DEFAULT, loops::next).create(tunnel.endpoint(),
                    new ServerDialer(Duration.ofSeconds(1)), new ServerPacketDialer());

            assertThat(page(upstream)).contains("200 OK", "through <b>" + tunnel.name());
            upstream.close().syncUninterruptibly();
        }
    }

    @Test
    void tunnelComesBackAfterItWasSilent() {
        try (PracticeNetwork network = new PracticeNetwork(loops, Duration.ofHours(1))) {
            ListEntry tunnel = network.open().getLast();
            Protocols protocols = new Protocols(new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(300),
                    Duration.ofSeconds(5), Duration.ofSeconds(5)), loops::next);
            for (int i = 0; i < 4; i++) {
                network.strike().syncUninterruptibly(); // the fourth is the tunnel
            }
            Upstream silent = protocols.create(tunnel.endpoint(), new ServerDialer(Duration.ofSeconds(1)),
                    new ServerPacketDialer());
            assertThat(silent.start().awaitUninterruptibly().cause()).isInstanceOfSatisfying(DialException.class,
                    why -> assertThat(why.fault()).isEqualTo(Fault.SILENT));
            network.strike().syncUninterruptibly();
            Upstream again = protocols.create(tunnel.endpoint(), new ServerDialer(Duration.ofSeconds(1)),
                    new ServerPacketDialer());

            assertThat(page(again)).contains("200 OK");
            silent.close().syncUninterruptibly();
            again.close().syncUninterruptibly();
        }
    }

    private String page(Upstream upstream) {
        try (ChannelStream stream = ChannelStream.over(upstream.streams().dial(PracticeNetwork.PAGE, loops.next())
                .syncUninterruptibly().getNow())) {
            stream.send("GET / HTTP/1.1\r\nHost: practice.byway\r\nConnection: close\r\n\r\n");
            String page = "";
            while (!page.contains("</html>")) {
                page = stream.receiveText(page.length() + 1);
            }
            return page;
        }
    }

    private static List<ListEntry> proxies(List<ListEntry> entries) {
        return entries.stream().filter(it -> it.endpoint() instanceof Socks5Endpoint).toList();
    }

    private static boolean answers(HostPort server) {
        try {
            return ask(server, "practice.byway", 80).startsWith(YES);
        } catch (IOException refused) {
            return false;
        }
    }

    private static String ask(HostPort server, String host, int port) throws IOException {
        try (Conversation program = Conversation.with(server)) {
            program.send("\5\1\0").read(2);
            program.send("\5\1\0\3" + (char) host.length() + host + (char) (port >> 8) + (char) (port & 0xff));
            String reply = new String(program.read(10), StandardCharsets.ISO_8859_1);
            if (reply.startsWith(YES)) {
                program.send("GET / HTTP/1.1\r\nHost: practice.byway\r\nConnection: close\r\n\r\n");
                return reply + new String(program.readToEnd(), StandardCharsets.UTF_8);
            }
            return reply;
        }
    }
}
