package org.byway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.byway.control.ControlClient;
import org.byway.control.ControlRequest.Command;
import org.byway.words.Words;
import tools.jackson.databind.JsonNode;

/** The Byway that runs with a profile, as a command speaks to it. */
record RunningByway(Path folder, Words words) {
    /**
     * Its answer; absent where none runs.
     *
     * @throws RefusedException with its sentence, or with one that says that it gave no answer
     */
    Optional<JsonNode> ask(Command command, String argument, byte[] body) throws RefusedException {
        try {
            Optional<JsonNode> answer = ControlClient.ask(folder, command, argument, words.language().tag(), body);
            if (answer.isPresent() && !answer.get().path("ok").asBoolean(false)) {
                throw new RefusedException(answer.get().path("sentence").asString(words.text("running.no-answer")));
            }
            return answer;
        } catch (IOException noAnswer) {
            throw new RefusedException(words.text("running.no-answer"));
        }
    }

    Optional<JsonNode> ask(Command command, String argument) throws RefusedException {
        return ask(command, argument, new byte[0]);
    }

    /** What could not be done, in a sentence for people. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        RefusedException(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /** Prints each text of an array, a line each. */
    static void print(JsonNode lines, PrintWriter to) {
        lines.forEach(line -> to.println(Isolates.remove(line.asString(""))));
        to.flush();
    }
}
