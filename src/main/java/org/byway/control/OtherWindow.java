package org.byway.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.byway.control.ControlRequest.Command;
import org.byway.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * The window of a Byway that runs with the same profile already: one profile has one writer, so that a second start brings
 * that one to the front and ends.
 *
 * @param trouble why it did not come, as a sentence; absent where it did
 */
public record OtherWindow(Optional<String> trouble) {
    /** Asks it and waits; absent where no Byway runs with this profile. */
    public static Optional<OtherWindow> show(Path folder, Words words) {
        try {
            return ControlClient.ask(folder, Command.SHOW, "", words.language().tag(), new byte[0])
                    .map(answer -> new OtherWindow(trouble(answer)));
        } catch (IOException silent) {
            // an older one, which knows no such request, closes without an answer
            return Optional.of(new OtherWindow(Optional.of(words.text("running.silent"))));
        }
    }

    private static Optional<String> trouble(JsonNode answer) {
        return answer.path("ok").asBoolean(false)
                ? Optional.empty()
                : Optional.of(answer.path("sentence").asString(""));
    }
}
