package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.byway.model.HostPort;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Names that nobody should ask for, through the running forwarder and a real server: refused in time, or served. */
@Tag("real")
@Timeout(240)
class RequestNamesTest {
    private static final List<String> NAMES = List.of("a".repeat(255), "a.".repeat(127) + "a", "local\0host", "\0",
            ".", "...", ".localhost", "localhost..", "xn--e1afmkfd.localhost", "xn--\u00ff", "fe80::1%lo", "::1%1",
            "[::1]", "127.1", "0x7f.1", "2130706433", "local host", "\r\n", "%00", "\u00d0\u00b1", "*", "-", "a_b");

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private final LoopbackServer site = keep(new LoopbackServer(LoopbackServer.Temper.ECHO));
    private HostPort address = site.address();

    @BeforeEach
    void start() throws Exception {
        RealServer microsocks = keep(RealServer.microsocks(folder));
        address = HostPort.parse(keep(RunningByway.with(folder, microsocks.line())).socks());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void socks5() throws Exception {
        for (String name : NAMES) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(new byte[]{5, 1, 0, 5, 1, 0, 3, (byte) name.length()});
            request.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            request.write(site.address().port() >> 8);
            request.write(site.address().port());
            requireHonest(name, request.toByteArray(), new byte[]{5, 0, 5, 0}, 12);
        }
        requireServing();
    }

    @Test
    void socks4a() throws Exception {
        for (String name : NAMES) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            int port = site.address().port();
            request.writeBytes(new byte[]{4, 1, (byte) (port >> 8), (byte) port, 0, 0, 0, 1, 0});
            request.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            request.write(0);
            requireHonest(name, request.toByteArray(), new byte[]{0, 90}, 8);
        }
        requireServing();
    }

    @Test
    void connect() throws Exception {
        for (String name : NAMES) {
            requireHonestHttp(name, "CONNECT " + name + ":" + site.address().port() + " HTTP/1.1\r\n\r\n");
        }
        requireServing();
    }

    @Test
    void plainHttp() throws Exception {
        for (String name : NAMES) {
            requireHonestHttp(name,
                    "GET http://" + name + ":" + site.address().port()
                            + "/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        }
        requireServing();
    }

    /** An answer that is not yes and then the end, or yes and then the echo of what is sent. */
    private void requireHonest(String name, byte[] request, byte[] yes, int answerBytes) throws IOException {
        try (Conversation program = Conversation.with(address)) {
            program.send(request);
            byte[] answer = program.read(Math.min(answerBytes, yes.length));
            if (Arrays.equals(answer, yes)) {
                program.read(answerBytes - yes.length);
                assertThat(program.send("ping").read(4)).as(name).isEqualTo("ping".getBytes(StandardCharsets.US_ASCII));
            } else {
                assertThat(program.readToEnd()).as(name).hasSizeLessThan(answerBytes);
            }
        }
    }

    private void requireHonestHttp(String name, String request) throws IOException {
        try (Conversation program = Conversation.with(address)) {
            program.send(request);
            String answer = program.readHead();
            assertThat(answer).as(name).matches("(?s)(HTTP/1\\.1 (200|[45]\\d\\d) |GET / HTTP/1.1\r\n).*");
        }
    }

    private void requireServing() throws IOException {
        try (Conversation program = Conversation.with(address)) {
            String head = program.send("CONNECT " + site.address() + " HTTP/1.1\r\n\r\n").readHead();
            assertThat(head).startsWith("HTTP/1.1 200");
            assertThat(program.send("ping").read(4)).isEqualTo("ping".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
