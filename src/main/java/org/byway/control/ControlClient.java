package org.byway.control;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.byway.control.ControlRequest.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command's end: asks the running Byway of a profile. */
public final class ControlClient {
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final int MOST_ANSWER_BYTES = 256 << 20;

    private ControlClient() {}

    /**
     * Asks and waits; absent where no Byway runs with this profile.
     *
     * @throws IOException where one runs and gives no answer
     */
    public static Optional<JsonNode> ask(Path folder, Command command, String argument, String language, byte[] body)
            throws IOException {
        Optional<LocalChannel> channel = connect(folder);
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        try (LocalChannel server = channel.get()) {
            server.writeLine(new ControlRequest(command, argument, language, body.length).line());
            server.write(body);
            return Optional.of(JsonMapper.shared().readTree(server.readLine(MOST_ANSWER_BYTES)));
        } catch (JacksonException notAnAnswer) {
            throw new IOException("not an answer", notAnAnswer);
        }
    }

    static boolean isAnswered(Path folder) {
        try {
            Optional<LocalChannel> channel = connect(folder);
            if (channel.isPresent()) {
                channel.get().close();
            }
            return channel.isPresent();
        } catch (IOException unclear) {
            return false;
        }
    }

    /** A socket that nobody listens at was left by a crash. */
    private static Optional<LocalChannel> connect(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path socket = new SocketPlace(folder.toRealPath()).find();
        try {
            return Files.exists(socket) ? Optional.of(LocalChannel.connect(socket, TIME)) : Optional.empty();
        } catch (ConnectException | UnsupportedOperationException nobody) {
            return Optional.empty();
        }
    }
}
