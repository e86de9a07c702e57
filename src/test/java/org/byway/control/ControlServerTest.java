package org.byway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.byway.control.ControlRequest.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both ends of the socket, over a real one. */
@SuppressWarnings("try") // that the server runs is all that a test needs of it
class ControlServerTest {
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Queue<ControlRequest> requests = new ConcurrentLinkedQueue<>();
    private final ControlService echo = (request, body) -> {
        requests.add(request);
        return JsonMapper.shared().createObjectNode().put("ok", true).put("argument", request.argument()).put("body",
                new String(body, StandardCharsets.UTF_8));
    };
    @TempDir
    Path folder = Path.of("");

    @Test
    void requestWithItsBodyIsAnswered() throws IOException {
        String body = "многое\n".repeat(100_000);
        try (ControlServer server = ControlServer.open(real(), echo)) {
            JsonNode answer = ask(Command.IMPORT, "list \"1\"\n.txt", body);

            assertThat(answer.path("argument").asString()).isEqualTo("list \"1\"\n.txt");
            assertThat(answer.path("body").asString()).isEqualTo(body);
            assertThat(answer.path("version").asInt()).isEqualTo(1);
        }
    }

    @Test
    void nobodyIsThereWhereNothingRuns() throws IOException {
        assertThat(status(folder)).isEmpty();
        assertThat(status(folder.resolve("missing"))).isEmpty();
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void closingTakesTheSocketAway() throws IOException {
        ControlServer.open(real(), echo).close();

        assertThat(status(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyTheOwnerMayOpenTheSocket() throws IOException {
        try (ControlServer server = ControlServer.open(real(), echo)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("socket"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatACrashLeftIsReplaced() throws IOException {
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        }
        assertThat(folder.resolve("socket")).exists();
        assertThat(status(folder)).isEmpty();

        try (ControlServer server = ControlServer.open(real(), echo)) {
            assertThat(status(folder)).isPresent();
        }
    }

    @Test
    void aSecondServerLeavesTheFirstAlone() throws IOException {
        try (ControlServer first = ControlServer.open(real(), echo)) {
            ControlServer.open(real(), (request, body) -> {
                throw new IllegalStateException("the second was asked");
            }).close();

            assertThat(status(folder)).isPresent();
        }
    }

    @Test
    void aPathTooLongForASocketIsServedElsewhereAndNoted() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("long".repeat(30)).resolve("profile")).toRealPath();
        try (ControlServer server = ControlServer.open(deep, echo)) {
            Path socket = Path.of(Files.readString(deep.resolve("socket.at")));

            assertThat(status(deep)).isPresent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
            server.close();
            assertThat(socket.getParent()).doesNotExist();
            assertThat(deep).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"version\":2,\"command\":\"STATUS\"}",
            "{\"version\":1,\"command\":\"FORMAT_DISK\"}", "{\"version\":1,\"command\":\"STATUS\",\"length\":-1}",
            "{\"version\":1,\"command\":\"IMPORT\",\"length\":2000000000}", "[[[[", "null"})
    void whatIsNoRequestIsNotAnsweredAndTheNextOneIs(String line) throws IOException {
        try (ControlServer server = ControlServer.open(real(), echo);
                LocalChannel client = LocalChannel.connect(folder.resolve("socket"), TIME)) {
            client.writeLine(line);

            assertThatThrownBy(() -> client.readLine(1000)).isInstanceOf(IOException.class);
            assertThat(status(folder)).isPresent();
            assertThat(requests).hasSize(1);
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws IOException {
        try (ControlServer server = ControlServer.open(real(), echo);
                LocalChannel client = LocalChannel.connect(folder.resolve("socket"), TIME)) {
            assertThatThrownBy(() -> {
                client.write(new byte[1 << 20]);
                client.readLine(1000);
            }).isInstanceOf(IOException.class);
            assertThat(status(folder)).isPresent();
        }
    }

    @Test
    void manyWhoSayNothingKeepNobodyOutForEver() throws IOException {
        try (ControlServer server = ControlServer.open(real(), echo)) {
            for (int i = 0; i < 40; i++) {
                LocalChannel.connect(folder.resolve("socket"), TIME).close();
            }
            assertThat(status(folder)).isPresent();
        }
    }

    @Test
    void silenceEndsWithItsTime() throws IOException {
        try (ControlServer server = ControlServer.open(real(), echo);
                LocalChannel client = LocalChannel.connect(folder.resolve("socket"), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> client.readLine(1000)).isInstanceOf(IOException.class);
        }
    }

    private Path real() throws IOException {
        return folder.toRealPath();
    }

    private static Optional<JsonNode> status(Path folder) throws IOException {
        return ControlClient.ask(folder, Command.STATUS, "", "en", new byte[0]);
    }

    private JsonNode ask(Command command, String argument, String body) throws IOException {
        return ControlClient.ask(folder, command, argument, "en", body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
